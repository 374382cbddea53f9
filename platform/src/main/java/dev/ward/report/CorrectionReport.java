package dev.ward.report;

import dev.ward.handling.CaseNumber;
import dev.ward.regulation.EvidenceEntry;
import dev.ward.report.DraftItem.Content.Words;
import dev.ward.report.Manufacturer.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Drafts the report of a correction or removal.
///
/// Source: 21 CFR 806.10(c).
@Component
class CorrectionReport implements Drafting {

    /// The item that asks for illnesses and injuries.
    static final String EVENTS = "(c)(8)";

    private static final String NUMBER_ITEM = "(c)(1)";

    @Override
    public DraftKind kind() {
        return DraftKind.FDA_806_10;
    }

    @Override
    public Draft draft(CaseReading reading) {
        return new Draft(kind(), reading.number(), items(reading.correction(true)));
    }

    @Override
    public Map<String, String> places(CaseNumber number) {
        String due = "/cases/" + number + "/due";
        return Map.ofEntries(
                Map.entry("0", due),
                Map.entry(NUMBER_ITEM, "/due/manufacturer"),
                Map.entry("(c)(2)", "/due/manufacturer"),
                Map.entry("(c)(3)", "/products"),
                Map.entry("(c)(4)", "/products"),
                Map.entry("(c)(5)", "/devices"),
                Map.entry("(c)(6)", "/due/manufacturer"),
                Map.entry("(c)(7)", due),
                Map.entry(EVENTS, due + "/events"),
                Map.entry("(c)(9)", "/devices"),
                Map.entry("(c)(10)", "/devices"),
                Map.entry("(c)(11)", "/customers"),
                Map.entry("(c)(12)", due));
    }

    /// The number that a draft bears; null while nobody has said what it is of.
    static @Nullable String number(Draft draft) {
        return draft.items().stream()
                .filter(item -> item.number().equals(NUMBER_ITEM))
                .flatMap(item -> item.contents().stream())
                .filter(Words.class::isInstance)
                .map(one -> ((Words) one).text())
                .filter(text -> ReportNumber.WHOLE.matcher(text).matches())
                .findFirst()
                .orElse(null);
    }

    /// Whether it concerns the case, and all thirteen; the last says what the others lack. The first alone where
    /// there is no correction or removal.
    static List<DraftItem> items(CorrectionFacts facts) {
        DraftItem concern = CorrectionConcern.reportItem(facts.known());
        if (CorrectionConcern.absent(facts.known())) {
            return List.of(concern);
        }
        List<DraftItem> items = new ArrayList<>(List.of(
                concern,
                number(facts),
                reporter(facts),
                DeviceItems.names(facts, "(c)(3)", false),
                DeviceItems.marketing(facts, "(c)(4)"),
                DeviceItems.identifiers(facts, "(c)(5)"),
                manufacturer(facts),
                CourseItems.course(facts, "(c)(7)"),
                CourseItems.harm(facts, EVENTS),
                CountItems.totals(facts, "(c)(9)"),
                CountItems.dates(facts, "(c)(10)"),
                CountItems.consignees(facts, "(c)(11)"),
                CourseItems.communications(facts, "(c)(12)", true)));
        items.add(LackingItem.of(items, Map.of()));
        return items;
    }

    private static DraftItem number(CorrectionFacts facts) {
        Filling item = new Filling(
                NUMBER_ITEM,
                "Report number",
                "Who reports: registration number; this report: date, sequence number, type");
        String number = facts.reportNumber();
        if (number != null) {
            item.words(number);
        }
        List<EvidenceEntry> made = EnteredReports.corrections(facts.known());
        if (!made.isEmpty()) {
            item.words("A report was made on %s; this would be an amendment (806.10(d))."
                    .formatted(EnteredReports.days(made)));
            item.lacksIf(
                    number == null,
                    "the number of the report of %s, which an amendment cites; it is not entered with the report"
                            .formatted(EnteredReports.days(made)));
        } else if (facts.isNumberTaken()) {
            item.lacks("a sequence number of its own: the one that it was given is entered as reported in another"
                    + " case; say again whether it is a correction or a removal, which gives it the next");
        } else {
            item.lacksIf(
                    number == null,
                    "whether it is a correction (C) or a removal (R), which gives it a sequence number");
        }
        item.lacksIf(
                facts.manufacturer().registration() == null, "the registration number; seven zeros stand in its place");
        return item.item();
    }

    private static DraftItem reporter(CorrectionFacts facts) {
        Filling item = new Filling(
                "(c)(2)",
                "Manufacturer or importer, and who answers for the correction or removal",
                "Who reports: name, address, telephone, contact");
        Manufacturer one = facts.manufacturer();
        Contact contact = one.contact();
        item.table(
                List.of("", "Manufacturer", "Who answers for it"),
                List.of(
                        List.of("Name", Filling.or(one.name()), Filling.or(contact.name())),
                        List.of("Title", "–", Filling.or(contact.title())),
                        List.of("Address", Filling.or(one.address()), same(contact.address(), one.address())),
                        List.of("Telephone", Filling.or(one.phone()), same(contact.phone(), one.phone()))),
                null,
                "/due/manufacturer");
        return item.lacks(one.unknown()).item();
    }

    /// Whoever has no address of their own is where the manufacturer is.
    private static String same(@Nullable String own, @Nullable String manufacturers) {
        return Filling.or(own == null ? manufacturers : own);
    }

    private static DraftItem manufacturer(CorrectionFacts facts) {
        Filling item =
                new Filling("(c)(6)", "The manufacturer, when somebody else submits the report", "Who reports: name");
        String name = facts.manufacturer().name();
        if (name == null) {
            return item.lacks("whether the manufacturer is who submits the report")
                    .item();
        }
        return item.words("%s submits the report as the manufacturer.".formatted(name))
                .item();
    }
}

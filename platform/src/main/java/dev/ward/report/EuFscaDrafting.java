package dev.ward.report;

import dev.ward.assessment.Known;
import dev.ward.correction.Recall;
import dev.ward.product.MarketClass;
import dev.ward.reach.SerialRange;
import dev.ward.regulation.EvidenceEntry;
import dev.ward.regulation.Worksheet;
import dev.ward.report.DraftItem.Content;
import dev.ward.report.KnownOfCase.Described;
import dev.ward.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Drafts the data of the report of a field safety corrective action.
///
/// Source: Regulation (EU) 2017/745, Art. 87(1)(b), 89; FSCA report form; MDCG 2019-16, 5.2.
@Component
class EuFscaDrafting extends FormDrafting {

    private static final Form FORM = Form.of(DraftKind.EU_FSCA);
    private static final String LABEL = "Not a submission: data for the form of the report of a field safety corrective"
            + " action, to be checked and sent to each competent authority.";
    private static final String QUESTION = "EU-FSCA";

    EuFscaDrafting() {
        super(DraftKind.EU_FSCA, EuFscaDrafting::items);
    }

    static List<DraftItem> items(KnownInDepth known) {
        FilledForm form = new FilledForm(FORM);
        Concern concern = Concern.market(known, Europe::isMarket, "the European Economic Area")
                .and(taken(known));
        concern.into(form, LABEL);
        if (concern.excluded()) {
            return form.items("").subList(0, 1);
        }
        administration(form, known);
        devices(form, known);
        action(form, known);
        reach(form, known);
        return form.items("");
    }

    /// What the worksheet says, once it is signed.
    private static Concern taken(KnownInDepth known) {
        Worksheet.Answer answer = known.worksheet().lines().stream()
                .filter(line -> line.question().id().equals(QUESTION))
                .map(Worksheet.Line::answer)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (known.worksheet().lines().stream().allMatch(line -> line.answer() == null)) {
            return Concern.unknown("The worksheet is not answered.");
        }
        if (answer == null || answer.answer().equals(Worksheet.UNDETERMINED)) {
            return Concern.unknown("The worksheet does not say whether a field safety corrective action is taken.");
        }
        String said = (answer.answer().equals(Worksheet.YES)
                        ? "the action is taken: %s"
                        : "no such action is taken: %s")
                .formatted(answer.reason());
        if (!known.worksheet().signed()) {
            return new Concern(
                    Known.UNKNOWN,
                    "By the worksheet, which nobody has signed, %s".formatted(said),
                    "The signature of the worksheet.");
        }
        String signed = "By the signed worksheet %s".formatted(said);
        return answer.answer().equals(Worksheet.YES) ? Concern.yes(signed) : Concern.no(signed);
    }

    private static void administration(FilledForm form, KnownInDepth known) {
        List<String> countries = known.countries() == null
                ? List.of()
                : known.countries().stream()
                        .map(one -> one.country())
                        .filter(code -> code != null && Europe.isOfForm(code))
                        .toList();
        form.put(
                "1/1", countries.isEmpty() ? "" : "Units are or may be in: %s".formatted(String.join(", ", countries)));
        form.lack("1/1", countries.isEmpty() ? null : "Which authorities these are.");
        form.put("1/4", "Case %s".formatted(known.known().subject().number()));
        form.put("1/6", KnownInDepth.numbers(known.events(), EuMirDrafting.AUTHORITIES));
        form.put("2", "Manufacturer");
        MakerLines.european(form, known.manufacturer(), "3", "4");
    }

    private static void devices(FilledForm form, KnownInDepth known) {
        List<Described> devices = known.devices();
        form.put("6/1", KnownInDepth.said(devices, KnownInDepth.EU, MarketClass::deviceClass));
        form.lack("6/1", unsaid(devices, "The class", MarketClass::deviceClass));
        form.put("6/2", KnownInDepth.said(devices, KnownInDepth.EU, MarketClass::productCode));
        form.lack("6/2", unsaid(devices, "The EMDN code", MarketClass::productCode));
        form.put("6/3", devices.stream().map(Described::name).toList());
        List<String> identifiers = new ArrayList<>(KnownInDepth.identifiers(devices));
        List<String> basic = KnownInDepth.said(devices, KnownInDepth.EU, MarketClass::listing);
        basic.forEach(one -> identifiers.add("Basic UDI-DI " + one));
        form.put("6/4", identifiers);
        if (!identifiers.isEmpty()) {
            form.lack("6/4", basic.isEmpty() ? "The profile says no Basic UDI-DI." : null);
            form.lack("6/4", basic.size() == identifiers.size() ? "No UDI-DI is entered." : null);
        }
        ScopedRelease.into(form, "6/6", known.releases(), devices);
        form.put("6/9", KnownInDepth.submissions(devices, KnownInDepth.EU));
    }

    private static @Nullable String unsaid(
            List<Described> devices, String what, Function<MarketClass, @Nullable String> of) {
        return KnownInDepth.unsaid(devices, what, device -> {
            MarketClass its = device.in(KnownInDepth.EU);
            return its == null ? null : of.apply(its);
        });
    }

    private static void action(FilledForm form, KnownInDepth known) {
        List<String> reason = new ArrayList<>();
        reason.add(known.known().subject().title());
        reason.add(Objects.requireNonNullElse(known.known().subject().description(), ""));
        reason.addAll(known.flawWords());
        reason.addAll(known.result());
        form.put("7/1", reason.stream().filter(line -> !line.isBlank()).toList());
        form.lack("7/1", known.undecided());
        List<String> initiated = known.evidence(EvidenceEntry.INITIATED);
        List<String> chosen = known.risks().stream()
                .flatMap(risk -> risk.chosen().stream().map(words -> "%s: %s".formatted(risk.title(), words)))
                .toList();
        form.put("7/2", initiated);
        Corrected corrected = known.known().corrected();
        form.put("7/2", corrected.changed());
        form.put("7/2", chosen);
        if (initiated.isEmpty()) {
            form.lackStill("7/2");
        }
        form.lack(
                "7/2", corrected.changes().isEmpty() ? "What is changed in the devices: no change is entered." : null);
        form.put(
                "7/3",
                known.controls().stream()
                        .map(one -> "For %s, until %s: %s\n%s"
                                .formatted(
                                        one.draft().users().title(),
                                        one.draft().expires(),
                                        one.draft().name(),
                                        one.draft().instructions()))
                        .toList());
        schedule(form, known);
        List<ImdrfProposal> codes = ImdrfProposal.ofAction(
                known.flawNames(),
                known.exploitation(),
                known.events().stream()
                        .map(event -> event.event().association())
                        .toList());
        form.put("7/9", ImdrfProposal.words(codes, 'A'));
        form.put("7/9", ImdrfProposal.words(codes, 'C'));
    }

    private static void schedule(FilledForm form, KnownInDepth known) {
        List<String> rationale = known.evidence("timeline-rationale");
        List<String> days = known.known().corrected().schedule();
        form.put("7/6", rationale);
        form.put("7/6", days);
        if (rationale.isEmpty()) {
            form.lackStill("7/6");
        }
        form.lack("7/6", days.isEmpty() ? "No change is entered, whose day would say when it is made." : null);
    }

    private static void reach(FilledForm form, KnownInDepth known) {
        List<String> done = new ArrayList<>(known.evidence("customer-communication"));
        done.addAll(known.evidence("fix-available"));
        Corrected corrected = known.known().corrected();
        form.put("7/4", done);
        form.put("7/4", corrected.progress());
        corrected
                .recallsWithout(Recall::status)
                .forEach(title -> form.lack("7/4", "No status report is entered: %s.".formatted(title)));
        if (done.isEmpty()) {
            form.lackStill("7/4");
        } else {
            CountryLines.of(known).into(form, "7/4", _ -> true);
        }
        CountryLines.of(known).into(form, "7/7", Europe::isOfForm);
        CountryLines.of(known).into(form, "7/8", code -> !Europe.isOfForm(code));
        Units.Listed runs = known.runs().get();
        if (runs.count() > 0) {
            form.put("6/5", table(runs));
            form.lack(
                    "6/5",
                    runs.nameless() == 0
                            ? null
                            : "%s neither serial nor lot number."
                                    .formatted(Words.counted(runs.nameless(), "unit bears", "units bear")));
        }
    }

    private static Content table(Units.Listed runs) {
        List<List<String>> rows = runs.first().stream().map(EuFscaDrafting::row).toList();
        String more = runs.count() > rows.size()
                ? ", of which the first %s are shown; the others stand on the page of what is reached"
                        .formatted(Words.number(rows.size()))
                : "";
        return new Content.Table(
                List.of("Product", "Release", "UDI-DI", "Lot", "From serial", "To serial", "Units"),
                rows,
                "%s in %s%s."
                        .formatted(
                                Words.counted(runs.devices(), "unit", "units"),
                                Words.counted(runs.count(), "run", "runs"),
                                more),
                null);
    }

    private static List<String> row(SerialRange run) {
        return List.of(
                run.model() == null ? run.product() : run.product() + " " + run.model(),
                Objects.toString(run.release(), ""),
                Objects.toString(run.di(), ""),
                Objects.toString(run.lot(), ""),
                Objects.toString(run.from(), ""),
                Objects.toString(run.to(), ""),
                Words.number(run.devices()));
    }
}

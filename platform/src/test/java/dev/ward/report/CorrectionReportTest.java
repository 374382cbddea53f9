package dev.ward.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.correction.RecallKind;
import dev.ward.product.Classification;
import dev.ward.product.MarketClass;
import dev.ward.product.Profile;
import dev.ward.product.Purpose;
import dev.ward.reach.SerialRange;
import dev.ward.standards.due.DueFacts.Association;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The thirteen items of a report of a correction: whole when all is known, and each saying by itself
/// what it lacks.
class CorrectionReportTest {

    private static DraftItem item(List<DraftItem> items, String number) {
        return items.stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Statement("PR-9.2")
    void allThirteenAreWholeWhenAllIsKnown() {
        List<DraftItem> items = CorrectionReport.items(new FullCorrection().facts());
        assertThat(items)
                .extracting(DraftItem::number)
                .containsExactly(
                        "0", "(c)(1)", "(c)(2)", "(c)(3)", "(c)(4)", "(c)(5)", "(c)(6)", "(c)(7)", "(c)(8)", "(c)(9)",
                        "(c)(10)", "(c)(11)", "(c)(12)", "(c)(13)");
        assertThat(items).allSatisfy(one -> {
            assertThat(one.missing()).as(one.number()).isNull();
            assertThat(one.source()).isNotBlank();
            assertThat(one.contents()).as(one.number()).isNotEmpty();
        });
        assertThat(items.toString())
                .contains(
                        "1234567-12/1/26-005-C",
                        "Example Devices",
                        "Head of regulatory affairs",
                        "Pump, infusion",
                        "Delivers fluids to patients.",
                        "510(k) K123456",
                        "D123456",
                        "00889842003062",
                        "P-01 to P-90",
                        "Anyone on the network could stop the pump.",
                        "1234567-2026-00001",
                        "10 years",
                        "Clinic",
                        "letter.pdf",
                        "Nothing is missing.");
    }

    private static Arguments without(String number, String missing, Consumer<FullCorrection> taken) {
        return Arguments.of(number, missing, taken);
    }

    private static Stream<Arguments> absences() {
        return Stream.of(
                without("(c)(1)", "whether it is a correction (C) or a removal (R)", f -> f.number = null),
                without("(c)(1)", "seven zeros", f -> f.manufacturer = FullCorrection.maker(null, true, "Example")),
                without(
                        "(c)(2)",
                        "manufacturer's name",
                        f -> f.manufacturer = FullCorrection.maker("1234567", false, null)),
                without(
                        "(c)(3)",
                        "intended use of Pump",
                        f -> f.profile = f.profile.with(new Purpose("Infusion pump", null, null, null, 10))),
                without(
                        "(c)(3)",
                        "classification name of Pump",
                        f -> f.profile = Profile.UNSAID.with(new Purpose(null, "Delivers.", null, null, 10))),
                without("(c)(4)", "premarket notification", f -> f.submissions = List.of()),
                without(
                        "(c)(4)",
                        "listing number of Pump",
                        f -> f.profile = f.profile.with(new Classification(
                                List.of(new MarketClass("US", "II", null, "Pump, infusion", null, null))))),
                without(
                        "(c)(4)",
                        "has ever registered",
                        f -> f.manufacturer = FullCorrection.maker(null, false, "Example")),
                without("(c)(5)", "device identifier of Pump", f -> f.identifiers = List.of()),
                without(
                        "(c)(5)",
                        "lot or serial number of 3 units",
                        f -> f.units = new Units.Listed(f.units.first(), 1, 90, 3)),
                without("(c)(5)", "W-7Q4M-2KX9", f -> f.unheard = List.of("W-7Q4M-2KX9")),
                without("(c)(3)", "which of the products that are reached", f -> f.twoProducts = true),
                without("(c)(5)", "whether 743 more units are reached", f -> f.open = 743),
                without("(c)(9)", "whether 1 more unit is reached", f -> f.open = 1),
                without("(c)(11)", "whether 743 more units are reached", f -> f.open = 743),
                without(
                        "(c)(10)",
                        "why Pump was distributed from 2026-11-30 on and manufactured from 2026-12-01 on",
                        FullCorrection::shipEarly),
                without("(c)(6)", "who submits", f -> f.manufacturer = FullCorrection.maker("1234567", false, null)),
                without("(c)(7)", "description of the event", f -> f.description = null),
                without("(c)(7)", "initiated", f -> f.evidence.removeFirst()),
                without("(c)(7)", "no fix", f -> f.evidence.removeLast()),
                without("(c)(7)", "neither a change nor a recall", f -> {
                    f.changes = List.of();
                    f.recalls = List.of();
                }),
                without(
                        "(c)(7)",
                        "change 1: nobody has signed",
                        f -> f.changes = List.of(SampleCorrections.unsigned())),
                without(
                        "(c)(7)",
                        "stands no longer (The class became another one.)",
                        f -> f.changes = List.of(SampleCorrections.fallen())),
                without(
                        "(c)(7)",
                        "when it was initiated (Recall Z-0123-2026)",
                        f -> f.recalls = List.of(SampleCorrections.recallWithout(RecallKind.INITIATED))),
                without("(c)(8)", "nobody has said that there were none", f -> f.events.clear()),
                without(
                        "(c)(8)",
                        "report number of the death",
                        f -> f.events.add(FullCorrection.event("death", Association.ASSOCIATED, false))),
                without(
                        "(c)(8)",
                        "whether the vulnerability contributed",
                        f -> f.events.add(FullCorrection.event("malfunction", Association.UNKNOWN, true))),
                without(
                        "(c)(9)",
                        "how many of Pump were made",
                        f -> f.distribution = FullCorrection.distribution(0, 0, 0, 95, 5, 90)),
                without(
                        "(c)(9)",
                        "4 of Pump were made and are in no place",
                        f -> f.distribution = FullCorrection.distribution(104, 10, 0, 95, 5, 90)),
                without("(c)(9)", "no unit", f -> f.distribution = Distribution.NONE),
                without(
                        "(c)(10)",
                        "expected life of Pump",
                        f -> f.profile = f.profile.with(new Purpose("Infusion pump", "Delivers.", null, null, null))),
                without("(c)(11)", "every consignee", f -> f.consignees = Consignees.Listed.NONE),
                without("(c)(11)", "the address of 1 of them", f -> f.consignees = FullCorrection.consignees(90, 1)),
                without("(c)(12)", "every communication", f -> f.evidence.remove(1)),
                without(
                        "(c)(12)",
                        "a copy of 1 of 2 communications",
                        f -> f.evidence.add(FullCorrection.entry("customer-communication", null))),
                without("(c)(13)", "(c)(7)", f -> f.description = null));
    }

    @ParameterizedTest
    @MethodSource("absences")
    void eachSaysWhatItLacks(String number, String missing, Consumer<FullCorrection> taken) {
        FullCorrection full = new FullCorrection();
        taken.accept(full);
        List<DraftItem> items = CorrectionReport.items(full.facts());
        assertThat(items).hasSize(14);
        assertThat(item(items, number).missing()).isNotNull().containsIgnoringCase(missing);
        assertThat(item(items, "(c)(13)").missing()).as("the last lists it").isNotNull();
    }

    @Test
    void whatIsKnownOfChangesAndRecallsStandsInTheEventAndItsActionsAlone() {
        FullCorrection full = new FullCorrection();
        DraftItem course = item(CorrectionReport.items(full.facts()), "(c)(7)");
        assertThat(course.source()).contains("changes", "recalls");
        assertThat(course.contents().toString())
                .contains(
                        "1: Software update or patch, made on 2026-11-20, The listener takes signed messages alone.",
                        "Reportable correction",
                        "Recall Z-0123-2026, class II, 2026-11-20, 40 consignees told, 38 of them answered, 30 units"
                                + " corrected, 2 returned, by the status report of 2026-11-27, not terminated");
        full.changes = List.of();
        full.recalls = List.of();
        assertThat(CorrectionReport.items(full.facts()).stream()
                        .filter(one -> one.missing() != null)
                        .map(DraftItem::number))
                .containsExactly("(c)(7)", "(c)(13)");
    }

    @Test
    @Statement("PR-9.2")
    void totalsReconcileOrSayByHowMuchTheyDoNot() {
        FullCorrection full = new FullCorrection();
        full.distribution = FullCorrection.distribution(100, 10, 0, 95, 5, 80);
        full.consignees = FullCorrection.consignees(87, 0);
        DraftItem consignees = item(CorrectionReport.items(full.facts()), "(c)(11)");
        assertThat(consignees.missing())
                .contains("Why 87 were distributed to these consignees, and 90 by the shipments and returns")
                .contains("10 of Pump were distributed and are registered with no customer");
        full.distribution = FullCorrection.distribution(100, 10, 0, 95, 5, 93);
        assertThat(item(CorrectionReport.items(full.facts()), "(c)(11)").missing())
                .contains("3 more of Pump are registered with customers than were distributed");
        assertThat(item(CorrectionReport.items(full.facts()), "(c)(9)").missing())
                .as("where the totals stand")
                .contains("3 more of Pump");
    }

    @Test
    void whatIsPromisedIsNoLongerOpenInTheLastItem() {
        FullCorrection full = new FullCorrection();
        full.description = null;
        List<DraftItem> items = CorrectionReport.items(full.facts());
        String lacked = item(items, "(c)(7)").missing();
        assertThat(lacked).isNotNull();
        Answer promise = new Answer(
                "(c)(7)",
                "The laboratory reports next week.",
                LocalDate.of(2026, 12, 20),
                lacked,
                Instant.EPOCH,
                "Ada Reg");
        DraftItem last = LackingItem.of(items.subList(0, 13), Map.of("(c)(7)", promise));
        assertThat(last.missing()).isNull();
        assertThat(last.contents().toString()).contains("2026-12-20", "The laboratory reports next week.");
        Answer old = new Answer("(c)(7)", "x", promise.promised(), "Something else.", promise.entered(), "Ada Reg");
        assertThat(LackingItem.of(items.subList(0, 13), Map.of("(c)(7)", old)).missing())
                .as("what is missing now was not promised")
                .contains("(c)(7)");
    }

    @Test
    void aRecordOfWhatIsNotReportedNeedsAPersonsConclusion() {
        FullCorrection full = new FullCorrection();
        full.asked = false;
        List<DraftItem> items = CorrectionRecord.items(full.facts());
        assertThat(items)
                .extracting(DraftItem::number)
                .containsExactly("0", "(b)(1)", "(b)(2)", "(b)(3)", "(b)(4)", "(b)(5)");
        assertThat(item(items, "(b)(4)").missing())
                .contains("21 CFR 806 comes to", "the conclusion and the follow-ups");
        assertThat(item(items, "(b)(1)").missing()).isNull();
        full.open = 743;
        full.twoProducts = true;
        List<DraftItem> less = CorrectionRecord.items(full.facts());
        assertThat(item(less, "(b)(2)").missing()).contains("hether 743 more units are reached");
        assertThat(item(less, "(b)(1)").missing()).contains("hich of the products");
    }

    @Test
    void ofEachDeviceTheFirstRunsAreShown() {
        SerialRange run = new SerialRange("Pump", null, "1.0", null, "L1", "P-01", "P-90", 90);
        SerialRange other = new SerialRange("Monitor", null, "1.0", null, "M1", "M-01", "M-90", 90);
        List<SerialRange> shown =
                Units.shared(List.of(Collections.nCopies(200, run), Collections.nCopies(30, other), List.of(run)));
        assertThat(shown).hasSize(200).contains(run, other);
        assertThat(Units.shared(Collections.nCopies(3, Collections.nCopies(200, run))))
                .hasSize(198);
        assertThat(Units.shared(List.of())).isEmpty();
    }

    @Test
    void datesAreOfTheLotsOrSayOfWhatTheyAre() {
        FullCorrection full = new FullCorrection();
        assertThat(item(CorrectionReport.items(full.facts()), "(c)(10)").toString())
                .contains("Of the lots in (c)(9).");
        Distribution of = full.distribution;
        full.distribution = new Distribution(of.lines(), of.lots(), 1, List.of(), 0);
        assertThat(item(CorrectionReport.items(full.facts()), "(c)(10)").toString())
                .contains("Of all that was made and distributed");
    }

    @Test
    void whatWasSignedOfAChangeIsTheReasonForNotReporting() {
        FullCorrection full = new FullCorrection();
        full.changes = List.of(SampleCorrections.routine());
        full.recalls = List.of(SampleCorrections.recallOf("III"));
        DraftItem reason = item(CorrectionRecord.items(full.facts()), "(b)(4)");
        assertThat(reason.source()).contains("changes: what was signed", "recalls: class");
        assertThat(reason.contents().toString())
                .contains(
                        "Routine update, signed by Rae",
                        "806.1(b)(3): routine servicing",
                        "No: The intended use stays as it is.",
                        "It is servicing as planned.");
        assertThat(reason.missing())
                .contains("the follow-ups in a person's words")
                .doesNotContain("the conclusion", "change", "recall");
        assertThat(item(CorrectionRecord.items(full.facts()), "(b)(3)")
                        .contents()
                        .toString())
                .contains("Recall Z-0123-2026", "Routine update");
    }

    private static Stream<Arguments> reasonsThatLack() {
        return Stream.of(
                without("(b)(4)", "what was decided of a change", f -> f.changes = List.of()),
                without(
                        "(b)(4)",
                        "change 1: nobody has signed",
                        f -> f.changes = List.of(SampleCorrections.unsigned())),
                without("(b)(4)", "stands no longer", f -> f.changes = List.of(SampleCorrections.fallen())),
                without(
                        "(b)(4)",
                        "change 1, which is signed as a reportable correction",
                        f -> f.changes = List.of(SampleCorrections.reportable())),
                without(
                        "(b)(4)",
                        "as Recall Z-0123-2026 is of class II, a risk to health",
                        f -> f.recalls = List.of(SampleCorrections.recall())));
    }

    @ParameterizedTest
    @MethodSource("reasonsThatLack")
    void aReasonThatDoesNotHoldIsMissing(String number, String missing, Consumer<FullCorrection> taken) {
        FullCorrection full = new FullCorrection();
        full.changes = List.of(SampleCorrections.routine());
        full.recalls = List.of();
        taken.accept(full);
        assertThat(item(CorrectionRecord.items(full.facts()), number).missing())
                .isNotNull()
                .containsIgnoringCase(missing);
    }
}

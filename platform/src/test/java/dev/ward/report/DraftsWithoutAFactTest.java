package dev.ward.report;

import static dev.ward.correction.Said.UNDETERMINED;
import static dev.ward.correction.Said.YES;
import static dev.ward.report.Items.byNumber;
import static dev.ward.report.SampleCorrections.fallen;
import static dev.ward.report.SampleCorrections.premarket;
import static dev.ward.report.SampleCorrections.unsigned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.assessment.AssessmentState;
import dev.ward.assessment.Verdict;
import dev.ward.correction.Recall;
import dev.ward.correction.RecallKind;
import dev.ward.performance.Hazard;
import dev.ward.reach.ReachedCountry;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.Determination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each fact that is taken away makes exactly the items missing that are made from it, and improves none.
class DraftsWithoutAFactTest {

    /// @param items  that are missing then, or of which more is
    record Row(DraftKind kind, String without, Consumer<FullCase> change, String items) {

        @Override
        public String toString() {
            return kind.slug() + " without " + without;
        }
    }

    static List<DraftItem> items(DraftKind kind, FullCase one) {
        return switch (kind) {
            case FDA_3500A -> Fda3500aDrafting.items(one.known());
            case EU_MIR -> EuMirDrafting.items(one.known());
            case EU_FSCA -> EuFscaDrafting.items(one.known());
            case FDA_814_84 -> Fda81484Drafting.items(one.known());
            case FDA_HHE -> HealthHazardDrafting.items(one.known());
            case FDA_806_10, FDA_806_20 -> throw new IllegalArgumentException("drafted elsewhere");
        };
    }

    static Stream<Row> rows() {
        return Stream.of(events(), incidents(), actions(), approvals(), hazards())
                .flatMap(List::stream);
    }

    private static List<Row> events() {
        List<Row> rows = new ArrayList<>();
        add(rows, DraftKind.FDA_3500A, "the day", one -> one.happened = null, "B3");
        add(rows, DraftKind.FDA_3500A, "when it became known", one -> one.aware = null, "G4");
        add(rows, DraftKind.FDA_3500A, "devices", one -> one.serials = List.of(), "D4 H4");
        add(rows, DraftKind.FDA_3500A, "the device in the registry", one -> one.registered = false, "D4 H4");
        add(rows, DraftKind.FDA_3500A, "the day of manufacture", one -> one.manufactured = null, "H4");
        add(rows, DraftKind.FDA_3500A, "the UDI", one -> one.di = null, "D4");
        add(rows, DraftKind.FDA_3500A, "the product code", one -> one.usCode = null, "D2");
        add(rows, DraftKind.FDA_3500A, "the common name", one -> one.commonName = null, "D2");
        add(rows, DraftKind.FDA_3500A, "submissions", one -> one.submissions.clear(), "G5");
        add(rows, DraftKind.FDA_3500A, "the manufacturer's name", one -> one.makerName = null, "D3");
        add(rows, DraftKind.FDA_3500A, "the manufacturer's address", one -> one.makerAddress = null, "D3 G1");
        add(rows, DraftKind.FDA_3500A, "a contact", one -> one.contactName = null, "G1");
        add(rows, DraftKind.FDA_3500A, "a phone number", one -> one.makerPhone = null, "G2");
        add(rows, DraftKind.FDA_3500A, "the number of the report", one -> one.eventReports.remove("FDA"), "G7");
        add(rows, DraftKind.FDA_3500A, "actions", FullCaseChanges::noActions, "H7");
        add(rows, DraftKind.FDA_3500A, "the report of the correction", one -> one.reportedTo = List.of(), "H9");
        add(rows, DraftKind.FDA_3500A, "the number of that report", one -> one.reportNote = "by post", "H9");
        add(rows, DraftKind.FDA_3500A, "a verdict", one -> one.association = Association.UNKNOWN, "H10");
        add(rows, DraftKind.FDA_3500A, "vulnerabilities", one -> one.holdsFlaw = false, "H6");
        add(rows, DraftKind.FDA_3500A, "markets", one -> one.markets = Set.of(), "0");
        add(rows, DraftKind.FDA_3500A, "which of two models", FullCaseChanges::ambiguous, "D1 D4 H4");
        add(rows, DraftKind.FDA_3500A, "products", FullCaseChanges::noDevices, "D1 D2 G5");
        return rows;
    }

    private static List<Row> incidents() {
        List<Row> rows = new ArrayList<>();
        add(rows, DraftKind.EU_MIR, "the day", one -> one.happened = null, "1.2.b");
        add(rows, DraftKind.EU_MIR, "when it became known", one -> one.aware = null, "1.2.c");
        add(rows, DraftKind.EU_MIR, "awareness", one -> one.awareness = List.of("FDA"), "1.2.d");
        add(rows, DraftKind.EU_MIR, "numbers of reports", one -> one.eventReports.remove("EU-MDR"), "1.3.1.c");
        add(rows, DraftKind.EU_MIR, "devices", one -> one.serials = List.of(), "1.1 2.1/2 2.3/5");
        add(rows, DraftKind.EU_MIR, "the UDI of the device", one -> one.di = null, "");
        add(rows, DraftKind.EU_MIR, "any UDI", FullCaseChanges::noIdentifier, "2.1/1");
        add(rows, DraftKind.EU_MIR, "the Basic UDI-DI", one -> one.basicUdi = null, "2.1/3");
        add(rows, DraftKind.EU_MIR, "the EMDN code", one -> one.euCode = null, "2.2");
        add(rows, DraftKind.EU_MIR, "the purpose", one -> one.commonName = null, "2.3/2");
        add(rows, DraftKind.EU_MIR, "certificates", one -> one.submissions.clear(), "2.3/6");
        add(rows, DraftKind.EU_MIR, "the class", one -> one.euClass = null, "2.4");
        add(rows, DraftKind.EU_MIR, "a verdict", one -> one.association = Association.UNKNOWN, "4.1/1");
        add(rows, DraftKind.EU_MIR, "actions", FullCaseChanges::noActions, "4.1/2");
        add(rows, DraftKind.EU_MIR, "vulnerabilities", one -> one.holdsFlaw = false, "3.2/1 4.2/1 4.2/2");
        add(rows, DraftKind.EU_MIR, "a summary", one -> one.summary = null, "4.2/1");
        add(rows, DraftKind.EU_MIR, "assessments", one -> one.judged = false, "4.2/4");
        add(rows, DraftKind.EU_MIR, "a decision that stands", one -> one.state = AssessmentState.OUTDATED, "4.2/4");
        add(rows, DraftKind.EU_MIR, "reach", one -> one.countries = null, "4.3/2");
        add(rows, DraftKind.EU_MIR, "markets", one -> one.markets = Set.of(), "0");
        add(rows, DraftKind.EU_MIR, "the manufacturer", FullCaseChanges::noManufacturer, "1.3.2 1.3.3");
        makers(rows, DraftKind.EU_MIR, "1.3.2", "1.3.3");
        return rows;
    }

    private static List<Row> actions() {
        List<Row> rows = new ArrayList<>();
        add(rows, DraftKind.EU_FSCA, "a signature", one -> one.worksheetSigned = false, "0");
        add(rows, DraftKind.EU_FSCA, "an answer", one -> one.answers.remove("EU-FSCA"), "0");
        add(rows, DraftKind.EU_FSCA, "markets", one -> one.markets = Set.of(), "0");
        add(rows, DraftKind.EU_FSCA, "reach", one -> one.countries = null, "1/1 7/7 7/8");
        add(rows, DraftKind.EU_FSCA, "a country", FullCaseChanges::unplaced, "7/4 7/7 7/8");
        add(rows, DraftKind.EU_FSCA, "a release", FullCaseChanges::unknownInGermany, "7/4 7/7");
        add(rows, DraftKind.EU_FSCA, "a source", one -> one.unheard = List.of("W-1"), "7/4 7/7 7/8");
        add(rows, DraftKind.EU_FSCA, "numbers of reports", one -> one.eventReports.remove("EU-MDR"), "1/6");
        add(rows, DraftKind.EU_FSCA, "the manufacturer", FullCaseChanges::noManufacturer, "3 4");
        makers(rows, DraftKind.EU_FSCA, "3", "4");
        add(rows, DraftKind.EU_FSCA, "the class", one -> one.euClass = null, "6/1");
        add(rows, DraftKind.EU_FSCA, "the EMDN code", one -> one.euCode = null, "6/2");
        add(rows, DraftKind.EU_FSCA, "products", FullCaseChanges::noDevices, "6/1 6/2 6/3 6/4 6/6 6/9");
        add(rows, DraftKind.EU_FSCA, "identifiers", one -> one.identified = false, "6/4");
        add(rows, DraftKind.EU_FSCA, "the Basic UDI-DI", one -> one.basicUdi = null, "6/4");
        add(rows, DraftKind.EU_FSCA, "serials", one -> one.runs = false, "6/5");
        add(rows, DraftKind.EU_FSCA, "releases", one -> one.releases = List.of(), "6/6");
        add(rows, DraftKind.EU_FSCA, "certificates", one -> one.submissions.clear(), "6/9");
        add(rows, DraftKind.EU_FSCA, "a decision", one -> one.determination = Determination.UNKNOWN, "7/1");
        add(rows, DraftKind.EU_FSCA, "an initiation", one -> one.evidence.remove("initiated"), "7/2");
        add(rows, DraftKind.EU_FSCA, "changes", one -> one.changes = List.of(), "7/2 7/6");
        add(rows, DraftKind.EU_FSCA, "a status report", one -> one.recalls = without(RecallKind.STATUS), "7/4");
        add(rows, DraftKind.EU_FSCA, "controls", one -> one.controlled = false, "7/3");
        add(rows, DraftKind.EU_FSCA, "progress", FullCaseChanges::nothingDone, "7/4");
        add(rows, DraftKind.EU_FSCA, "a timeline", one -> one.evidence.remove("timeline-rationale"), "7/6");
        add(rows, DraftKind.EU_FSCA, "vulnerabilities", one -> one.holdsFlaw = false, "7/9");
        return rows;
    }

    private static List<Row> approvals() {
        List<Row> rows = new ArrayList<>();
        add(rows, DraftKind.FDA_814_84, "class and approval", FullCaseChanges::classUnknown, "0 (6)");
        add(rows, DraftKind.FDA_814_84, "awareness", one -> one.awareness = List.of("EU-MDR"), "(1)");
        add(rows, DraftKind.FDA_814_84, "vulnerabilities", one -> one.holdsFlaw = false, "(2)");
        add(rows, DraftKind.FDA_814_84, "a decision", one -> one.determination = Determination.UNKNOWN, "(3)");
        add(rows, DraftKind.FDA_814_84, "a change", FullCaseChanges::noChange, "(4)");
        add(rows, DraftKind.FDA_814_84, "its record", one -> one.changes = List.of(), "(4)");
        add(rows, DraftKind.FDA_814_84, "its signature", one -> one.changes = List.of(unsigned()), "(13)");
        add(rows, DraftKind.FDA_814_84, "one that stands", one -> one.changes = List.of(fallen()), "(13)");
        add(rows, DraftKind.FDA_814_84, "its answer", one -> one.changes = List.of(premarket(UNDETERMINED)), "(13)");
        add(rows, DraftKind.FDA_814_84, "agreement", one -> one.changes = List.of(premarket(YES)), "(13)");
        add(rows, DraftKind.FDA_814_84, "a recall", one -> one.recalls = List.of(), "(8)");
        add(rows, DraftKind.FDA_814_84, "its number", one -> one.recalls = without(RecallKind.NUMBER), "(8)");
        add(rows, DraftKind.FDA_814_84, "its class", one -> one.recalls = without(RecallKind.CLASS), "");
        add(rows, DraftKind.FDA_814_84, "a rationale", FullCaseChanges::noRationale, "(5)");
        add(rows, DraftKind.FDA_814_84, "submissions", one -> one.submissions.clear(), "(6)");
        add(rows, DraftKind.FDA_814_84, "events", one -> one.happenedAtAll = false, "(7)");
        add(rows, DraftKind.FDA_814_84, "the number of the report", one -> one.eventReports.remove("FDA"), "(7)");
        add(rows, DraftKind.FDA_814_84, "identifiers", one -> one.identified = false, "(9)");
        add(
                rows,
                DraftKind.FDA_814_84,
                "an alert",
                one -> {
                    one.kev = null;
                    one.coordinators = List.of();
                },
                "(10)");
        add(
                rows,
                DraftKind.FDA_814_84,
                "an advisory",
                one -> one.coordinators = List.of(SampleRecords.coordinator(null)),
                "(10)");
        add(rows, DraftKind.FDA_814_84, "notices", one -> one.evidence.remove("customer-communication"), "(11)");
        add(rows, DraftKind.FDA_814_84, "files", one -> one.evidenceFiled = false, "(11)");
        add(rows, DraftKind.FDA_814_84, "a submission", one -> one.evidence.remove("isao-submission"), "(12)");
        add(rows, DraftKind.FDA_814_84, "its day", one -> one.evidence.put("isao-submission", null), "(12)");
        add(rows, DraftKind.FDA_814_84, "a membership", one -> one.member = false, "(12)");
        add(rows, DraftKind.FDA_814_84, "an answer", one -> one.answers.remove("PREMARKET"), "(13)");
        add(rows, DraftKind.FDA_814_84, "a signature", one -> one.worksheetSigned = false, "(13)");
        add(rows, DraftKind.FDA_814_84, "a fix", one -> one.evidence.remove("fix-available"), "(14) (15) (16)");
        add(rows, DraftKind.FDA_814_84, "its day", one -> one.evidence.put("fix-available", null), "(15) (16)");
        add(rows, DraftKind.FDA_814_84, "a match", one -> one.matched = null, "(15)");
        add(rows, DraftKind.FDA_814_84, "reach", one -> one.countries = null, "(16)");
        return rows;
    }

    private static List<Row> hazards() {
        List<Row> rows = new ArrayList<>();
        String judged = "(a)(2) (a)(4) (a)(5) (a)(6)/1 (a)(6)/2";
        add(rows, DraftKind.FDA_HHE, "events", one -> one.happenedAtAll = false, "(a)(1)");
        add(rows, DraftKind.FDA_HHE, "a verdict", one -> one.association = Association.UNKNOWN, "(a)(1)");
        add(rows, DraftKind.FDA_HHE, "hazards", one -> one.hazards = List.of(), "(a)(2) (a)(6)/1 (a)(6)/2");
        add(rows, DraftKind.FDA_HHE, "a severity", FullCaseChanges::severityUnknown, "(a)(6)/2");
        add(rows, DraftKind.FDA_HHE, "patients", one -> one.patients = null, "(a)(3)");
        add(rows, DraftKind.FDA_HHE, "a population", one -> one.population = null, "(a)(3)");
        add(rows, DraftKind.FDA_HHE, "several patients", one -> one.multiPatient = null, "(a)(3)");
        add(rows, DraftKind.FDA_HHE, "harm", one -> one.harm = null, "(a)(4)");
        add(rows, DraftKind.FDA_HHE, "exploitability", one -> one.exploitability = null, "(a)(5)");
        add(rows, DraftKind.FDA_HHE, "exploitation", one -> one.exploitation = null, "(a)(5)");
        add(rows, DraftKind.FDA_HHE, "the time to harm", one -> one.timeToHarm = null, "(a)(6)/1");
        add(rows, DraftKind.FDA_HHE, "a decision", one -> one.determination = Determination.UNKNOWN, "0 " + judged);
        add(rows, DraftKind.FDA_HHE, "one that stands", one -> one.state = AssessmentState.OUTDATED, judged);
        add(rows, DraftKind.FDA_HHE, "one at all", one -> one.state = AssessmentState.OPEN, judged);
        add(rows, DraftKind.FDA_HHE, "a signed worksheet", one -> one.worksheetSigned = false, "Conclusion");
        add(
                rows,
                DraftKind.FDA_HHE,
                "an assessment of each product",
                one -> one.unassessed = List.of("CVE-2026-0002 in Pump"),
                "(a)(3) " + judged);
        add(rows, DraftKind.FDA_HHE, "a recall", one -> one.recalls = List.of(), "(b)/1");
        add(rows, DraftKind.FDA_HHE, "its class", one -> one.recalls = without(RecallKind.CLASS), "(b)/1");
        add(rows, DraftKind.FDA_HHE, "its number", one -> one.recalls = without(RecallKind.NUMBER), "");
        add(rows, DraftKind.FDA_HHE, "assessments", one -> one.judged = false, judged);
        return rows;
    }

    private static void makers(List<Row> rows, DraftKind kind, String maker, String representative) {
        add(rows, kind, "the SRN", one -> one.srn = null, maker);
        add(rows, kind, "an address", one -> one.makerAddress = null, maker);
        add(rows, kind, "a contact", one -> one.contactName = null, maker);
        add(rows, kind, "a phone number", one -> one.makerPhone = null, maker);
        add(rows, kind, "a representative", one -> one.representative = Representative.UNSAID, representative);
        Representative known = new FullCase().representative;
        add(
                rows,
                kind,
                "its SRN",
                one -> one.representative = new Representative(known.name(), known.address(), null),
                representative);
        add(
                rows,
                kind,
                "its address",
                one -> one.representative = new Representative(known.name(), null, known.srn()),
                representative);
    }

    private static List<Recall> without(RecallKind kind) {
        return List.of(SampleCorrections.recallWithout(kind));
    }

    private static void add(List<Row> rows, DraftKind kind, String without, Consumer<FullCase> change, String items) {
        rows.add(new Row(kind, without, change, items));
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Statement("X3")
    void aFactThatIsNotKnownMakesExactlyItsItemsMissing(Row row) {
        FullCase less = new FullCase();
        row.change().accept(less);
        Items before = byNumber(items(row.kind(), new FullCase()));
        Items after = byNumber(items(row.kind(), less));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        Set<String> worse = new TreeSet<>();
        Set<String> better = new TreeSet<>();
        before.forEach((number, was) -> {
            DraftItem is = after.get(number);
            boolean lost = !was.contents().isEmpty() && is.contents().isEmpty();
            if (lost || (is.missing() != null && !is.missing().equals(was.missing()))) {
                worse.add(number.replace("event 1 · ", ""));
            }
            if ((was.missing() != null && is.missing() == null)
                    || (was.contents().isEmpty() && !is.contents().isEmpty())) {
                better.add(number);
            }
        });
        assertThat(worse)
                .containsExactlyInAnyOrderElementsOf(
                        row.items().isEmpty()
                                ? List.of()
                                : Arrays.asList(row.items().split(" ")));
        assertThat(better).as("improved by what is not known").isEmpty();
    }

    @Test
    void whereNoUnitHasACountryThatIsKnownNothingIsSaidToBeNone() {
        FullCase one = new FullCase();
        one.countries = List.of(new ReachedCountry(null, 4, 0, 0, 0));
        DraftItem european = byNumber(items(DraftKind.EU_FSCA, one)).get("7/7");
        assertThat(european.missing()).isEqualTo("The country of 4 units is not known.");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "- | No authorised representative is entered, and without an SRN",
                "US-MF-000000001 | outside of the European Economic Area (US)",
                "CH-MF-000000001 | outside of the European Economic Area (CH)",
                "DE-MF-000000001 | -",
                "EL-MF-000000001 | -"
            })
    void aManufacturerOutsideOfTheUnionLacksARepresentative(@Nullable String srn, @Nullable String missing) {
        FullCase one = new FullCase();
        one.srn = srn;
        one.representative = Representative.UNSAID;
        for (DraftItem item : List.of(
                byNumber(items(DraftKind.EU_MIR, one)).get("event 1 · 1.3.3"),
                byNumber(items(DraftKind.EU_FSCA, one)).get("4"))) {
            if (missing == null) {
                assertThat(item.missing()).isNull();
                assertThat(DraftsOfAFullCaseTest.text(item)).startsWith("None is needed: by its SRN");
            } else {
                assertThat(item.missing()).contains(missing);
            }
        }
    }

    @Test
    void whatWasDecidedToBeAbsentIsNoHazardAndAsksForNone() {
        FullCase one = new FullCase();
        one.verdict = Verdict.NOT_AFFECTED;
        one.harm = null;
        DraftItem harm = byNumber(items(DraftKind.FDA_HHE, one)).get("(a)(4)");
        assertThat(DraftsOfAFullCaseTest.text(harm)).startsWith("CVE-2026-0001 in Pump: Not affected (decided on ");
        assertThat(harm.missing()).isNull();
        one.state = AssessmentState.OUTDATED;
        assertThat(byNumber(items(DraftKind.FDA_HHE, one)).get("(a)(4)").missing())
                .as("to be decided anew")
                .isNotNull();
    }

    @Test
    void aHarmWhoseSeverityNobodyKnowsIsNotSaidToPass() {
        FullCase one = new FullCase();
        one.hazards = List.of(new Hazard("Overdose", "sleepiness", null));
        DraftItem later = byNumber(items(DraftKind.FDA_HHE, one)).get("(a)(6)/2");
        assertThat(later.missing())
                .isEqualTo("How grave a harm of Delivers at the set rate (Pump Model S) is, is not known.");
    }
}

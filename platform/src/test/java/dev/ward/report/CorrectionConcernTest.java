package dev.ward.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.Determination;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whether a report or a record of a correction or removal concerns a case is the first that it says, and no
/// number is given to two reports.
class CorrectionConcernTest {

    private final FullCorrection full = new FullCorrection();

    private DraftItem report(String number) {
        return item(CorrectionReport.items(full.facts()), number);
    }

    private DraftItem record(String number) {
        return item(CorrectionRecord.items(full.facts()), number);
    }

    private static DraftItem item(List<DraftItem> items, String number) {
        return items.stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static String text(DraftItem item) {
        return item.contents().toString();
    }

    @Test
    @Statement("PR-9.2")
    void aReportThatIsDueConcernsTheCaseAndTheRecordDoesNot() {
        assertThat(text(report("0")))
                .contains("[Words[text=It concerns the case. The rules come to: \"A report is due");
        assertThat(text(record("0"))).contains("[Words[text=It does not concern the case. The rules come to:");
        assertThat(CorrectionRecord.items(full.facts())).hasSize(6);
    }

    @Test
    @Statement("PR-9.2")
    void aControlledRiskAsksForARecordAndTheReportSaysThatItDoesNotConcernTheCase() {
        full.determination = Determination.CONTROLLED;
        assertThat(text(report("0"))).contains("It does not concern the case. The rules come to: \"No report;");
        assertThat(report("0").missing()).isNull();
        assertThat(CorrectionReport.items(full.facts()))
                .as("drafted all the same, for whoever wants to report")
                .hasSize(14);
        assertThat(text(record("0"))).contains("It concerns the case. The rules come to: \"No report;");
    }

    @Test
    void whereNothingWasCorrectedOrRemovedNothingElseIsDrafted() {
        full.determination = Determination.CONTROLLED;
        full.evidence.clear();
        assertThat(CorrectionReport.items(full.facts())).singleElement().satisfies(one -> {
            assertThat(text(one)).contains("It does not concern the case. No correction or removal was initiated.");
            assertThat(one.missing()).isNull();
        });
        assertThat(CorrectionRecord.items(full.facts()))
                .singleElement()
                .satisfies(one -> assertThat(text(one)).contains("It does not concern the case."));
        full.determination = Determination.UNCONTROLLED;
        assertThat(CorrectionReport.items(full.facts())).as("it will be one").hasSize(14);
        assertThat(report("0").missing()).contains("drafted as if it did");
    }

    @Test
    void whatIsNotKnownIsDraftedAsIfItConcernedTheCase() {
        full.determination = Determination.UNKNOWN;
        assertThat(report("0").missing()).isEqualTo("Whether it concerns the case; it is drafted as if it did.");
        assertThat(text(record("0"))).contains("Something is not known; it may come to: \"");
        assertThat(report("(c)(13)").toString()).doesNotContain("[0, ");
        full.asked = false;
        assertThat(text(record("0"))).contains("it was not asked");
    }

    @Test
    @Statement("PR-9.2")
    void aReportThatWasMadeIsSaidAndItsNumberStays() {
        full.evidence.add(FullCorrection.reported("FDA", "2026-11-30", "Report of the correction, sequence 003-C."));
        assertThat(text(report("0"))).contains("It concerns the case. A report was made on 2026-11-30.");
        assertThat(text(record("0"))).contains("It does not concern the case. It was reported on 2026-11-30.");
        assertThat(EnteredReports.number(EnteredReports.corrections(full.facts().known()), "1234567"))
                .isEqualTo("1234567-11/30/26-003-C");
        assertThat(text(report("(c)(1)")))
                .contains("A report was made on 2026-11-30; this would be an amendment (806.10(d)).")
                .doesNotContain("005-C");
        assertThat(report("(c)(1)").missing()).contains("the number of the report of 2026-11-30".substring(4));
        full.given = "1234567-11/30/26-003-C";
        assertThat(report("(c)(1)").missing()).isNull();
    }

    @Test
    void aNumberOfAnotherCaseIsNotProposedAgain() {
        full.taken =
                EnteredReports.sequences(List.of("Sent as 1234567-11/5/26-005-C.", "Sequence 006-R, receipt 1234."));
        assertThat(full.taken).isEqualTo(Set.of(5, 6));
        assertThat(text(report("(c)(1)"))).doesNotContain("005-C");
        assertThat(report("(c)(1)").missing()).contains("entered as reported in another case");
        full.number = new ReportNumber("C", 7);
        assertThat(text(report("(c)(1)"))).contains("-007-C");
        assertThat(new ReportNumber("C", 7).text(null, LocalDate.of(2026, 12, 1)))
                .isEqualTo("0000000-12/1/26-007-C");
    }

    @Test
    void aMedicalDeviceReportWithoutItsNumberIsNoneThatIsMissing() {
        full.events.add(FullCorrection.event("death", Association.ASSOCIATED, false));
        full.evidence.add(FullCorrection.reported("FDA-MDR", "2026-11-21", "Medical device report of the death."));
        assertThat(text(report("(c)(8)"))).contains("not entered").doesNotContain("none");
        assertThat(report("(c)(8)").missing()).contains("of 2026-11-21 is entered without it");
    }

    @Test
    @Statement("PR-9.2")
    void whatIsNotAskedIsNoReasonAndNothingIsAKey() {
        full.determination = Determination.CONTROLLED;
        String controlled = text(record("(b)(4)"));
        assertThat(controlled)
                .contains("Not asked: the risk is controlled. No condition of the guidance has failed")
                .doesNotContain("cannot be shown", "unprovable", "not met");
        full.determination = Determination.UNCONTROLLED;
        String all = text(record("(b)(4)")) + text(record("(b)(3)"));
        assertThat(all)
                .contains("Communication to customers", "cannot be shown", "no report to the FDA (21 CFR 806 or 803)")
                .doesNotContain(
                        "customer-communication", "reported:FDA", "unprovable", "FDA-CUST-30", "serious-injury");
    }

    @Test
    void whatStandsForTheInitiationIsSaidAlikeEverywhere() {
        full.evidence.removeFirst();
        full.evidence.removeFirst();
        String taken = "taken as 2026-11-30 (first fix available)";
        assertThat(report("(c)(7)").missing()).contains(taken);
        assertThat(record("(b)(3)").missing()).contains(taken);
        assertThat(text(record("(b)(4)"))).contains(taken);
    }
}

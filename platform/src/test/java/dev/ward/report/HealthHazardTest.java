package dev.ward.report;

import static dev.ward.report.DraftsOfAFullCaseTest.text;
import static dev.ward.report.DraftsWithoutAFactTest.items;
import static dev.ward.report.Items.byNumber;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.assessment.AssessmentState;
import dev.ward.standards.due.DueFacts.Determination;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the evaluation of the health hazard, and forms that share its facts, say of decisions and of
/// what a person said elsewhere.
class HealthHazardTest {

    private static final String ASKED =
            "Whether there were any: none was entered, and nobody has said that there were none.";

    @Test
    void whatNobodyAssessedIsNamedInEachItemOfTheRisk() {
        FullCase one = new FullCase();
        one.unassessed = List.of("CVE-2026-0002 in Pump", "CVE-2026-0001 in Viewer");
        Items hazard = byNumber(items(DraftKind.FDA_HHE, one));
        for (String number : List.of("(a)(2)", "(a)(3)", "(a)(4)", "(a)(5)", "(a)(6)/1", "(a)(6)/2")) {
            assertThat(hazard.get(number).missing())
                    .as(number)
                    .contains("CVE-2026-0002 in Pump is not assessed. CVE-2026-0001 in Viewer is not assessed.");
        }
        assertThat(byNumber(items(DraftKind.EU_FSCA, one)).get("7/1").missing())
                .contains("CVE-2026-0001 in Viewer is not assessed.");
    }

    @Test
    void aDecisionNamesItsProducts() {
        assertThat(text(items(DraftKind.FDA_HHE, new FullCase()).getFirst()))
                .endsWith("The risk of patient harm is uncontrolled: decided to be so in 1 of 1 products: Pump.");
    }

    @ParameterizedTest
    @EnumSource(names = {"FDA_HHE", "EU_FSCA", "EU_MIR", "FDA_814_84"})
    void aDecisionThatIsOutdatedIsNeverSaidToBeNone(DraftKind kind) {
        FullCase one = new FullCase();
        one.state = AssessmentState.OUTDATED;
        String all = all(items(kind, one));
        assertThat(all)
                .contains("was decided uncontrolled; to be decided anew")
                .doesNotContain("not decided", "Uncontrolled (");
        if (one.determination == Determination.UNCONTROLLED) {
            assertThat(all).contains("was decided to be so in 1 of 1 products; to be decided anew: Pump");
        }
    }

    @Test
    void thatNoFunctionIsCompromisedIsSaidAmongTheConditions() {
        FullCase one = new FullCase();
        one.noneReason = "The page only shows the log.";
        one.hazards = List.of();
        DraftItem conditions = byNumber(items(DraftKind.FDA_HHE, one)).get("(a)(2)");
        assertThat(text(conditions))
                .startsWith("CVE-2026-0001 in Pump: no essential function is compromised (decided on 2026-09-30")
                .endsWith("The page only shows the log.");
        assertThat(conditions.missing())
                .startsWith("The documents on which it rests")
                .doesNotContain("No hazardous situation");
    }

    @Test
    void whatAPersonSaidOfEventsInTheReportOfTheCorrectionIsSaidWhereTheSameIsAsked() {
        FullCase one = new FullCase();
        one.happenedAtAll = false;
        one.ofEvents = said(null, ASKED);
        String words = "Said in the report of the correction by Rita, 2026-11-30: None is known.";
        DraftItem harmed = byNumber(items(DraftKind.FDA_HHE, one)).get("(a)(1)");
        assertThat(text(harmed)).isEqualTo(words);
        assertThat(harmed.missing()).isNull();
        assertThat(text(items(DraftKind.FDA_3500A, one).getFirst())).endsWith(words);
        assertThat(text(items(DraftKind.EU_MIR, one).getFirst())).endsWith(words);
        one.ofEvents = said(LocalDate.parse("2026-12-24"), ASKED);
        assertThat(byNumber(items(DraftKind.FDA_HHE, one)).get("(a)(1)").missing())
                .as("only promised")
                .isNotNull();
        one.ofEvents = said(null, "The report number of the death of 2026-10-01, or why it has none.");
        assertThat(byNumber(items(DraftKind.FDA_HHE, one)).get("(a)(1)").missing())
                .as("said of something else")
                .isNotNull();
    }

    @Test
    void aMatrixIsNamedAndNotKeyed() {
        assertThat(RiskReading.matrix("ward:RISK:1.0.0")).isEqualTo("the matrix RISK, version 1.0.0");
        assertThat(RiskReading.matrix("house rules")).isEqualTo("house rules");
    }

    private static Answer said(@Nullable LocalDate promised, String lacked) {
        return new Answer("(c)(8)", "None is known.", promised, lacked, FullCase.NOW, "Rita");
    }

    private static String all(List<DraftItem> items) {
        StringBuilder all = new StringBuilder();
        items.forEach(
                one -> all.append(text(one)).append('\n').append(one.missing()).append('\n'));
        return all.toString();
    }
}

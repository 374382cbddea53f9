package dev.ward.report;

import static dev.ward.report.DraftsWithoutAFactTest.items;
import static dev.ward.report.Items.byNumber;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.handling.ScopeRow;
import dev.ward.product.ProductId;
import dev.ward.reach.ReachedCountry;
import dev.ward.report.DraftItem.Content;
import dev.ward.standards.due.DueFacts.Association;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is filled where everything is known, and when a form does not concern a case.
class DraftsOfAFullCaseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FDA_3500A | 0 B1 B2 B3 B5 D1 D2 D3 D4 F G1 G2 G4 G5 G6 G7 H1 H4 H6 H7 H9 H10 | G1 G6 H6",
                "EU_MIR | 0 1.1 1.2.b 1.2.c 1.2.d 1.2.g 1.3.1.a 1.3.1.b 1.3.1.c 1.3.2 1.3.3 2.1/1 2.1/2 2.1/3 2.2 2.3/1"
                        + " 2.3/2 2.3/3 2.3/4 2.3/5 2.3/6 2.4 2.5 3.1 3.2/1 4.1/1 4.1/2 4.2/1 4.2/2 4.2/4 4.3/2 | 1.1"
                        + " 4.2/1 4.3/2",
                "EU_FSCA | 0 1/1 1/4 1/6 2 3 4 6/1 6/2 6/3 6/4 6/5 6/6 6/9 7/1 7/2 7/3 7/4 7/6 7/7 7/8 7/9 | 1/1",
                "FDA_814_84 | 0 (1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13) (14) (15) (16) | (14) (16)",
                "FDA_HHE | 0 (a)(1) (a)(2) (a)(3) (a)(4) (a)(5) (a)(6)/1 (a)(6)/2 Conclusion (b)/1 | (a)(2)"
                        + " Conclusion"
            })
    @Statement("X3")
    void everythingThatWardCanKnowIsFilled(DraftKind kind, String filled, String partly) {
        List<DraftItem> items = items(kind, new FullCase());
        assertThat(items).hasSameSizeAs(Form.of(kind).lines());
        assertThat(items.stream().filter(one -> !one.contents().isEmpty()).map(DraftsOfAFullCaseTest::bare))
                .containsExactly(filled.split(" "));
        assertThat(items.stream()
                        .filter(one -> !one.contents().isEmpty() && one.missing() != null)
                        .map(DraftsOfAFullCaseTest::bare))
                .as("filled, and something is missing")
                .containsExactlyElementsOf(partly.isEmpty() ? List.of() : Arrays.asList(partly.split(" ")));
        assertThat(items).allMatch(one -> !one.contents().isEmpty() || one.missing() != null);
        assertThat(text(items.getFirst()))
                .startsWith(kind == DraftKind.FDA_HHE ? "Not a conclusion" : "Not a submission");
    }

    @Test
    void eachEventHasAPartOfItsOwn() {
        FullCase one = new FullCase();
        one.happenedTwice = true;
        List<DraftItem> items = items(DraftKind.FDA_3500A, one);
        int lines = Form.of(DraftKind.FDA_3500A).lines().size() - 1;
        assertThat(items).hasSize(1 + 2 * lines);
        assertThat(items.get(1).number()).isEqualTo("event 1 · A1");
        assertThat(items.getLast().number()).isEqualTo("event 2 · H11");
        assertThat(text(byNumber(items(DraftKind.EU_MIR, one)).get("event 1 · 4.3/1")))
                .contains("The pump stopped.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serious-injury | Adverse event | Serious injury | 30-day report | All other reportable incidents",
                "malfunction | Product problem | No harm so far, as it was entered | 30-day report | ''",
                "public-health-threat | '' | '' | '' | Serious public health threat",
                "something-new | '' | '' | '' | ''"
            })
    void theKindOfTheEventSaysWhatItCan(String kind, String problem, String outcome, String report, String incident) {
        FullCase one = new FullCase();
        one.eventKind = kind;
        var american = byNumber(items(DraftKind.FDA_3500A, one));
        var european = byNumber(items(DraftKind.EU_MIR, one));
        assertThat(text(american.get("event 1 · B1"))).isEqualTo(problem);
        assertThat(text(american.get("event 1 · B2"))).isEqualTo(outcome);
        assertThat(text(american.get("event 1 · G6"))).isEqualTo(report);
        assertThat(text(european.get("event 1 · 1.2.g"))).isEqualTo(incident);
        assertThat(american.get("event 1 · B1").missing() == null).isEqualTo(!problem.isEmpty());
    }

    @Test
    void aReportOfTheCorrectionCountsBeforeItsNumberIsEntered() {
        FullCase one = new FullCase();
        one.reportedTo = List.of("FDA");
        one.reportNote = "Report of the correction, sequence 002-C.";
        DraftItem report = byNumber(items(DraftKind.FDA_3500A, one)).get("event 1 · H9");
        assertThat(text(report)).startsWith("Reported. 2026-10-20: Report of the correction, sequence 002-C.");
        assertThat(report.missing()).isEqualTo("The number of the report of 2026-10-20.");
        one.reportNote = "Number 1234567-10/20/2026-002-R";
        assertThat(byNumber(items(DraftKind.FDA_3500A, one)).get("event 1 · H9").missing())
                .isNull();
    }

    @Test
    void theOfficeHasAnAddressAndTheSiteIsAskedFor() {
        DraftItem office = byNumber(items(DraftKind.FDA_3500A, new FullCase())).get("event 1 · G1");
        assertThat(text(office)).isEqualTo("Rae Regulatory\n1 Main Street, Springfield, IL");
        assertThat(office.missing()).isEqualTo("The manufacturing site.");
    }

    @Test
    void aReportOfFiveDaysIsAskedForUnlessTheKindOfTheEventIsOne() {
        FullCase one = new FullCase();
        assertThat(byNumber(items(DraftKind.FDA_3500A, one)).get("event 1 · G6").missing())
                .startsWith("Whether it is a 5-day report (21 CFR 803.53)");
        one.eventKind = "remedial-action";
        assertThat(byNumber(items(DraftKind.FDA_3500A, one)).get("event 1 · G6").missing())
                .isNull();
    }

    @Test
    @Statement("PR-8.1")
    void aFormThatDoesNotConcernTheCaseSaysWhyAndAsksNothing() {
        FullCase american = new FullCase();
        american.markets = Set.of("US");
        assertAlone(
                DraftKind.EU_MIR, american, "No product of the case is on the market of the European Economic Area.");
        FullCase european = new FullCase();
        european.markets = Set.of("DE");
        assertAlone(DraftKind.FDA_3500A, european, "No product of the case is on the market of the United States.");
        FullCase routine = new FullCase();
        routine.usClass = "II";
        routine.submissions.clear();
        assertAlone(
                DraftKind.FDA_814_84, routine, "No product of the case is of class III or has a premarket approval");
        FullCase none = new FullCase();
        none.answers.put("EU-FSCA", "no");
        assertAlone(DraftKind.EU_FSCA, none, "By the signed worksheet no such action is taken: we looked");
    }

    private static void assertAlone(DraftKind kind, FullCase one, String because) {
        assertThat(items(kind, one)).singleElement().satisfies(item -> {
            assertThat(text(item)).contains("It does not concern the case. " + because);
            assertThat(item.missing()).isNull();
        });
    }

    @Test
    void withoutAnEventTheFormsOfEventsAskForOne() {
        FullCase one = new FullCase();
        one.happenedAtAll = false;
        assertThat(items(DraftKind.FDA_3500A, one))
                .singleElement()
                .satisfies(item -> assertThat(item.missing()).startsWith("No adverse event is entered in the case"));
    }

    @Test
    void aNegativeThatNobodySignedExcludesNothing() {
        FullCase one = new FullCase();
        one.answers.put("EU-FSCA", "no");
        one.worksheetSigned = false;
        assertThat(items(DraftKind.EU_FSCA, one))
                .hasSameSizeAs(Form.of(DraftKind.EU_FSCA).lines());
    }

    @Test
    void aWorksheetThatNobodyAnsweredIsSaidToBeSo() {
        FullCase one = new FullCase();
        one.answers.clear();
        one.worksheetSigned = false;
        DraftItem head = items(DraftKind.EU_FSCA, one).getFirst();
        assertThat(head.missing()).isEqualTo("The worksheet is not answered.");
        assertThat(text(head))
                .endsWith("It is drafted as if it concerned the case. A product of the case is on the market of the"
                        + " European Economic Area.");
        FullCase unsigned = new FullCase();
        unsigned.worksheetSigned = false;
        assertThat(items(DraftKind.EU_FSCA, unsigned).getFirst().missing())
                .isEqualTo("The signature of the worksheet.");
        assertThat(text(items(DraftKind.EU_FSCA, unsigned).getFirst()))
                .endsWith("By the worksheet, which nobody has signed, the action is taken: we looked");
    }

    @Test
    void codesAreProposedWithAReasonAndNotForWhatWasRuledOut() {
        FullCase one = new FullCase();
        var items = byNumber(items(DraftKind.FDA_3500A, one));
        assertThat(text(items.get("event 1 · H6")))
                .contains(
                        "A1105 – ",
                        "A110502 – ",
                        "C1007 – ",
                        "Proposed, as malicious use of the vulnerability is known");
        for (String item : List.of("event 1 · 3.2/1", "event 1 · 4.2/2")) {
            assertThat(text(byNumber(items(DraftKind.EU_MIR, one)).get(item))).doesNotContain("contributed");
        }
        String judged = "C1007 – the software is vulnerable (annex C). Proposed, as CVE-2026-0001 was found in the"
                + " device; clinical safety: associated.";
        assertThat(text(items.get("event 1 · H6"))).contains(judged);
        assertThat(text(byNumber(items(DraftKind.EU_MIR, one)).get("event 1 · 4.2/2")))
                .isEqualTo(judged);
        assertThat(text(byNumber(items(DraftKind.EU_FSCA, one)).get("7/9"))).contains(judged);
        one.association = Association.RULED_OUT;
        assertThat(text(byNumber(items(DraftKind.EU_FSCA, one)).get("7/9"))).contains("clinical safety: ruled out.");
        assertThat(text(byNumber(items(DraftKind.EU_MIR, one)).get("event 1 · 3.2/1")))
                .isEmpty();
        one.association = Association.UNKNOWN;
        one.kev = null;
        assertThat(text(byNumber(items(DraftKind.EU_MIR, one)).get("event 1 · 3.2/1")))
                .contains("A110501 – ", "no malicious use is known");
    }

    @Test
    void aVulnerabilityIsACandidateForTheRootCauseAndNotTheCause() {
        DraftItem cause = byNumber(items(DraftKind.EU_MIR, new FullCase())).get("event 1 · 4.2/1");
        assertThat(text(cause)).isEqualTo("Candidate: CVE-2026-0001: Runs code from the network.");
        assertThat(cause.missing()).startsWith("Whoever investigated says the root cause");
    }

    @Test
    void unitsOfAllCountriesAreFoundAgainInTheTwoTables() {
        var items = byNumber(items(DraftKind.EU_FSCA, new FullCase()));
        assertThat(table(items.get("7/7")).rows())
                .containsExactly(
                        List.of("Germany (DE)", "7", "3", "0", "0"), List.of("France (FR)", "5", "0", "0", "0"));
        assertThat(table(items.get("7/7")).total())
                .isEqualTo("12 units with serial and 3 without are reached here; 21 with serial and 3 without"
                        + " everywhere.");
        assertThat(table(items.get("7/8")).rows()).containsExactly(List.of("United States (US)", "9", "0", "0", "0"));
    }

    @Test
    void marketsAreNamedAsInTheTableAndNorthernIrelandIsToldApart() {
        FullCase one = new FullCase();
        DraftItem markets = byNumber(items(DraftKind.EU_MIR, one)).get("event 1 · 2.5");
        assertThat(text(markets)).contains("""
                        By the profile: United States, European Union (Pump Model S)
                        Units are or may be in: Germany (DE), France (FR).
                        Units in other countries: United States (US).""");
        assertThat(markets.missing()).isNull();
        one.countries = List.of(new ReachedCountry("DE", 7, 3, 0, 0), new ReachedCountry("GB", 4, 0, 0, 0));
        String undivided = "How many of the units in the United Kingdom (GB) are in Northern Ireland is not known.";
        assertThat(byNumber(items(DraftKind.EU_MIR, one)).get("event 1 · 2.5").missing())
                .isEqualTo(undivided);
        Items action = byNumber(items(DraftKind.EU_FSCA, one));
        assertThat(action.get("7/7").missing()).isEqualTo(undivided);
        assertThat(action.get("7/8").missing()).isEqualTo(undivided);
        assertThat(action.get("7/4").missing()).isNull();
    }

    @Test
    void onlyAffectedReleasesOfItsDevicesAreListed() {
        FullCase one = new FullCase();
        one.serials = List.of();
        one.releases = List.of(
                FullCase.release(FullCase.PRODUCT, "2.1", ScopeRow.Presence.FOUND),
                FullCase.release(FullCase.PRODUCT, "2.2", ScopeRow.Presence.CANDIDATE),
                FullCase.release(FullCase.PRODUCT, "3.0", ScopeRow.Presence.UNKNOWN),
                FullCase.release(new ProductId(UUID.randomUUID()), "9.9", ScopeRow.Presence.UNKNOWN));
        DraftItem action = byNumber(items(DraftKind.EU_FSCA, one)).get("6/6");
        DraftItem incident = byNumber(items(DraftKind.EU_MIR, one)).get("event 1 · 2.3/4");
        for (DraftItem item : List.of(action, incident)) {
            assertThat(text(item)).isEqualTo("Pump Model S 2.1");
            assertThat(item.missing())
                    .isEqualTo("What is in Pump Model S 3.0 is not known, nor whether it is affected. Whether Pump"
                            + " Model S 2.2 is affected is to be confirmed.");
        }
    }

    private static String bare(DraftItem item) {
        return item.number().replace("event 1 · ", "");
    }

    private static Content.Table table(DraftItem item) {
        return item.contents().stream()
                .filter(Content.Table.class::isInstance)
                .map(Content.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static String text(DraftItem item) {
        StringBuilder text = new StringBuilder();
        item.contents().forEach(one -> {
            if (one instanceof Content.Words words) {
                text.append(words.text()).append('\n');
            }
        });
        return text.toString().strip();
    }
}

package dev.ward.standards.nvd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.intake.Rows;
import dev.ward.standards.intake.Told;
import dev.ward.standards.version.VersionScheme;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NvdReaderTest {

    private static final String RECORD = "{\"cve\": {\"id\": \"CVE-2024-1234\", \"vulnStatus\": \"%s\", %s}}";
    private static final String A = "{\"vulnerable\": true, \"criteria\": \"cpe:2.3:a:v:app:*:*:*:*:*:*:*:*\"%s}";
    private static final String H = "{\"vulnerable\": false, \"criteria\": \"cpe:2.3:h:v:box:-:*:*:*:*:*:*:*\"}";

    @Test
    void readsARecord() throws Exception {
        Advisory advisory = Told.only(RECORD.formatted("Analyzed", """
                "published": "2024-01-01T00:00:00.000", "lastModified": "2024-01-02T00:00:00.000",
                "descriptions": [{"lang": "es", "value": "Uno"}, {"lang": "en", "value": "One\\nTwo"}],
                "weaknesses": [{"description": [{"lang": "en", "value": "CWE-79"}, {"value": "NVD-CWE-noinfo"}]}],
                "metrics": {
                  "cvssMetricV31": [
                    {"source": "cna@x", "type": "Secondary",
                     "cvssData": {"vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N"}},
                    {"source": "nvd@nist.gov", "type": "Primary",
                     "cvssData": {"vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}}],
                  "cvssMetricV2": [
                    {"source": "nvd@nist.gov", "type": "Primary", "baseSeverity": "HIGH",
                     "cvssData": {"vectorString": "AV:N/AC:L/Au:N/C:C/I:C/A:C", "baseScore": 10.0}}]}
                """));
        assertThat(advisory.source()).isEqualTo("NVD");
        assertThat(advisory.modified()).isEqualTo("2024-01-02T00:00:00Z");
        assertThat(advisory.summary()).isEqualTo("One");
        assertThat(advisory.weaknesses()).containsExactly("CWE-79");
        assertThat(advisory.severities())
                .extracting(Severity::source, Severity::rating)
                .containsExactly(
                        tuple("NVD nvd@nist.gov", SeverityRating.CRITICAL),
                        tuple("NVD nvd@nist.gov", SeverityRating.HIGH),
                        tuple("NVD cna@x", SeverityRating.NONE));
    }

    @Test
    void readsARejectedRecord() throws Exception {
        assertThat(Told.only(RECORD.formatted("Rejected", "\"metrics\": {}")).state())
                .isEqualTo(Advisory.State.REJECTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"nodes": [{"operator": "OR", "cpeMatch": [A]}]}                                  | (+app)
                    {"operator": "AND", "nodes": [{"operator": "OR", "cpeMatch": [A]}, {"operator": "OR", "cpeMatch": [H]}]} | ((+app) & (-box))
                    {"operator": "OR", "nodes": [{"operator": "AND", "cpeMatch": [A, H]}]}            | ((+app & -box))
                    {"negate": true, "nodes": [{"operator": "OR", "negate": true, "cpeMatch": [A]}]}  | !(!(+app))
                    {"operator": "AND", "nodes": [{"operator": "OR", "cpeMatch": [A]}, {"operator": "OR", "cpeMatch": [{"vulnerable": false}]}]} | ((+app))
                    {"operator": "XOR", "nodes": [{"operator": "OR", "cpeMatch": [A]}]}               | ((+app))
                    {"nodes": []}                                                                     |
                    """)
    void readsConfigurations(String configuration, String condition) throws Exception {
        String json = configuration.replace("[A", "[" + A.formatted("")).replace("H]", H + "]");
        Advisory advisory = Told.only(RECORD.formatted("Analyzed", "\"configurations\": [" + json + "]"));
        String words = advisory.affected().stream()
                .map(it -> words(((Affected.Configuration) it).condition()))
                .collect(Collectors.joining());
        assertThat(words.replace("((+app))", "(+app)"))
                .isEqualTo(condition == null ? "" : condition.replace("((+app))", "(+app)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    , "versionStartIncluding": "1", "versionEndExcluding": "2"  ; >=1|<2 AFFECTED
                    , "versionStartExcluding": "1", "versionEndIncluding": "2"  ; >1|<=2 AFFECTED
                    , "versionEndExcluding": "2"                                ; <2 AFFECTED
                    , "versionStartIncluding": "1"                              ; >=1 AFFECTED
                    """)
    void readsBounds(String bounds, String row) throws Exception {
        CpeCondition.Leaf leaf = leaf(A.formatted(bounds));
        assertThat(leaf.versions()).isNotNull().satisfies(it -> {
            assertThat(Rows.of(it)).isEqualTo(row + "; else UNAFFECTED");
            assertThat(it.scheme()).isEqualTo(VersionScheme.GENERIC);
        });
    }

    @Test
    void leavesTheVersionToTheNameWhereThereAreNoBounds() throws Exception {
        assertThat(leaf(A.formatted("")).versions()).isNull();
    }

    @Test
    void isNotCertainWhereABoundWasLost() throws Exception {
        assertThat(leaf(A.formatted(", \"versionStartIncluding\": \"1\", \"versionEndExcluding\": 2"))
                        .versions())
                .isNotNull()
                .satisfies(it -> assertThat(Rows.of(it)).isEqualTo(">=1 UNKNOWN; else UNKNOWN"));
    }

    @Test
    void comparesOpensslInItsOwnOrder() throws Exception {
        String openssl = A.replace("v:app", "openssl:openssl").formatted(", \"versionEndExcluding\": \"1.0.2k\"");
        assertThat(leaf(openssl).versions())
                .isNotNull()
                .satisfies(it -> assertThat(it.scheme()).isEqualTo(VersionScheme.OPENSSL));
    }

    @Test
    void losesANameThatIsNone() throws Exception {
        Told told = Told.of(RECORD.formatted(
                "Analyzed",
                "\"configurations\": [{\"nodes\": [{\"cpeMatch\": [{\"vulnerable\": true, \"criteria\": \"x\"}]}]}]"));
        assertThat(told.advisories).hasSize(1);
        assertThat(told.lost())
                .extracting(it -> it.location().pointer())
                .containsExactly("/cve/configurations/0/nodes/0/cpeMatch/0/criteria");
    }

    private static CpeCondition.Leaf leaf(String match) throws Exception {
        Advisory advisory = Told.only(RECORD.formatted(
                "Analyzed",
                "\"configurations\": [{\"nodes\": [{\"operator\": \"OR\", \"cpeMatch\": [" + match + "]}]}]"));
        CpeCondition condition = ((Affected.Configuration) advisory.affected().getFirst()).condition();
        while (!(condition instanceof CpeCondition.Leaf)) {
            condition = ((CpeCondition.AnyOf) condition).conditions().getFirst();
        }
        return (CpeCondition.Leaf) condition;
    }

    private static String words(CpeCondition condition) {
        return switch (condition) {
            case CpeCondition.Leaf it ->
                (it.vulnerable() ? "+" : "-") + it.criteria().product().text();
            case CpeCondition.Not it -> "!" + words(it.condition());
            case CpeCondition.AllOf it ->
                it.conditions().stream().map(NvdReaderTest::words).collect(Collectors.joining(" & ", "(", ")"));
            case CpeCondition.AnyOf it ->
                it.conditions().stream().map(NvdReaderTest::words).collect(Collectors.joining(" | ", "(", ")"));
        };
    }
}

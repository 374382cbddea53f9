package dev.ward.standards.osv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.input.Unread;
import dev.ward.standards.intake.Rows;
import dev.ward.standards.intake.Told;
import dev.ward.standards.version.VersionScheme;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsvReaderTest {

    @Test
    void readsARecord() throws Exception {
        Advisory advisory = Told.only("""
                {"schema_version": "1.6.0", "id": "GHSA-1", "modified": "2024-01-02T03:04:05Z",
                 "published": "2024-01-01T00:00:00.5Z", "aliases": ["CVE-2024-1", "GHSA-1"],
                 "upstream": ["CVE-2024-2"], "related": ["CVE-2024-3"], "details": "\\n# First\\nSecond",
                 "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
                 "database_specific": {"severity": "CRITICAL", "cwe_ids": ["CWE-79", "x"]},
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "A_b"}, "versions": ["1.0"],
                   "severity": [{"type": "CVSS_V2", "score": "AV:N/AC:L/Au:N/C:N/I:N/A:P"}]}]}
                """);
        assertThat(advisory.source()).isEqualTo("OSV");
        assertThat(advisory.state()).isEqualTo(Advisory.State.PUBLISHED);
        assertThat(advisory.published()).isEqualTo(Instant.parse("2024-01-01T00:00:00.5Z"));
        assertThat(advisory.modified()).isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
        assertThat(advisory.aliases()).containsExactly("CVE-2024-1");
        assertThat(advisory.upstream()).containsExactly("CVE-2024-2");
        assertThat(advisory.related()).containsExactly("CVE-2024-3");
        assertThat(advisory.summary()).isEqualTo("# First");
        assertThat(advisory.weaknesses()).containsExactly("CWE-79");
        assertThat(advisory.severities())
                .extracting(
                        Severity::source,
                        Severity::rating,
                        it -> it.cvss() == null ? -1 : it.cvss().score())
                .containsExactly(
                        tuple("OSV GHSA-1", SeverityRating.CRITICAL, 9.8),
                        tuple("OSV GHSA-1", SeverityRating.CRITICAL, -1.0),
                        tuple("OSV GHSA-1", SeverityRating.MEDIUM, 5.0));
        assertThat(packages(advisory)).extracting(it -> it.purl().toString()).containsExactly("pkg:pypi/a-b");
    }

    @Test
    void retiresAWithdrawnRecord() throws Exception {
        assertThat(Told.only("{\"id\": \"A\", \"modified\": \"\", \"withdrawn\": \"2024-01-01T00:00:00Z\"}")
                        .state())
                .isEqualTo(Advisory.State.WITHDRAWN);
    }

    /// Each event as its kind's first letter and a version, parted by spaces.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    i0               | * AFFECTED; else UNAFFECTED
                    i0 f1.2.3        | >=1.2.3 UNAFFECTED; * AFFECTED; else UNAFFECTED
                    f1.2.3 i0        | >=1.2.3 UNAFFECTED; * AFFECTED; else UNAFFECTED
                    i1.0.0 l1.2.0    | >1.2.0 UNAFFECTED; >=1.0.0 AFFECTED; else UNAFFECTED
                    i1.0.0 l1.0.0    | >1.0.0 UNAFFECTED; >=1.0.0 AFFECTED; else UNAFFECTED
                    f1.0.0 i1.0.0    | >=1.0.0 AFFECTED; >=1.0.0 UNAFFECTED; else UNAFFECTED
                    i1.0.0 f1.0.0    | >=1.0.0 AFFECTED; >=1.0.0 UNAFFECTED; else UNAFFECTED
                    f0 i0            | * AFFECTED; >=0 UNAFFECTED; else UNAFFECTED
                    i2.0.0 f2.3.0 i0 f1.10.0 | >=2.3.0 UNAFFECTED; >=2.0.0 AFFECTED; >=1.10.0 UNAFFECTED; * AFFECTED; else UNAFFECTED
                    i1.10.0 f1.9.0 i1.2.0    | >=1.10.0 AFFECTED; >=1.9.0 UNAFFECTED; >=1.2.0 AFFECTED; else UNAFFECTED
                    i0 m2.0.0 m1.0.0 | >=2.0.0 UNAFFECTED; * AFFECTED; else UNAFFECTED
                    i0 m*            | * AFFECTED; else UNAFFECTED
                    f1.0.0           | >=1.0.0 UNAFFECTED; else UNAFFECTED
                    """)
    void readsEventsBackwards(String events, String rows) throws Exception {
        assertThat(Rows.of(range("SEMVER", events))).isEqualTo(rows);
    }

    @Test
    void saysNothingCertainWhereEventsCannotBeSorted() throws Exception {
        VersionStatements range = range("SEMVER", "i1.0.0 fgarbage");
        assertThat(Rows.of(range)).isEqualTo(">=garbage UNAFFECTED; >=1.0.0 AFFECTED; else UNKNOWN");
        assertThat(range.scheme()).isNull();
    }

    @Test
    void keepsTheRangeAsWritten() throws Exception {
        assertThat(range("SEMVER", "i1.0.0 f1.2.3").rows())
                .extracting(VersionStatements.Row::text)
                .containsOnly("introduced 1.0.0, fixed 1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "npm, SEMVER, NPM",
        "Go, SEMVER, GOLANG",
        "PyPI, ECOSYSTEM, PYPI",
        "GHC, SEMVER, SEMVER",
        "CRAN, ECOSYSTEM,"
    })
    void comparesInTheEcosystemsOrder(String ecosystem, String type, VersionScheme scheme) throws Exception {
        Advisory advisory = Told.only("""
                {"id": "A", "affected": [{"package": {"ecosystem": "%s", "name": "a"},
                  "ranges": [{"type": "%s", "events": [{"introduced": "0"}]}]}]}
                """.formatted(ecosystem, type));
        VersionStatements versions = switch (advisory.affected().getFirst()) {
            case Affected.EcosystemPackage it -> it.any().getFirst();
            case Affected.Product it -> it.versions();
            case Affected.Configuration it -> throw new AssertionError(it);
        };
        assertThat(versions.scheme()).isEqualTo(scheme);
        assertThat(versions.schemeName()).isEqualTo(type + " " + ecosystem);
    }

    @Test
    void isNotCertainOfCommits() throws Exception {
        Told told = Told.of("""
                {"id": "A", "affected": [
                  {"package": {"ecosystem": "npm", "name": "a"},
                   "ranges": [{"type": "GIT", "repo": "r", "events": [{"introduced": "0"}]}]},
                  {"ranges": [{"type": "GIT", "repo": "r", "events": [{"introduced": "0"}]}]}]}
                """);
        List<Affected.EcosystemPackage> packages = packages(told.advisories.getFirst());
        assertThat(packages).hasSize(1);
        assertThat(Rows.of(packages.getFirst().any().getFirst())).isEqualTo("* UNKNOWN; else UNKNOWN");
        assertThat(told.unread).extracting(Unread::lost).containsExactly(false);
    }

    @Test
    void keepsAPackageOfAnUnknownEcosystemAsAProduct() throws Exception {
        Told told = Told.of("""
                {"id": "A", "affected": [{"package": {"ecosystem": "Nowhere", "name": "a"}, "versions": ["1"]}]}
                """);
        assertThat(told.advisories.getFirst().affected().getFirst())
                .isInstanceOfSatisfying(Affected.Product.class, it -> {
                    assertThat(it.vendor()).isEqualTo("Nowhere");
                    assertThat(Rows.of(it.versions())).isEqualTo("1 AFFECTED; else UNAFFECTED");
                });
        assertThat(told.unread).extracting(Unread::lost).containsExactly(false);
    }

    @Test
    void isNotCertainOfAPackageOfWhichAPartWasLost() throws Exception {
        Told told = Told.of("""
                {"id": "A", "affected": [{"package": {"ecosystem": "npm", "name": "a"}, "versions": "1.0",
                  "ranges": [{"type": "SEMVER", "events": [{"introduced": "2.0.0"}]}]}]}
                """);
        assertThat(packages(told.advisories.getFirst()).getFirst().any())
                .extracting(Rows::of)
                .containsExactly(">=2.0.0 AFFECTED; else UNAFFECTED", "* UNKNOWN; else UNKNOWN");
        assertThat(told.lost()).extracting(it -> it.location().pointer()).containsExactly("/affected/0/versions");
    }

    private static VersionStatements range(String type, String events) throws Exception {
        StringBuilder json = new StringBuilder();
        for (String event : events.split(" ")) {
            String name = switch (event.charAt(0)) {
                case 'i' -> "introduced";
                case 'f' -> "fixed";
                case 'l' -> "last_affected";
                default -> "limit";
            };
            json.append(json.isEmpty() ? "" : ", ").append("{\"%s\": \"%s\"}".formatted(name, event.substring(1)));
        }
        Advisory advisory = Told.only("""
                {"id": "A", "affected": [{"package": {"ecosystem": "npm", "name": "a"},
                  "ranges": [{"type": "%s", "events": [%s]}]}]}
                """.formatted(type, json));
        return packages(advisory).getFirst().any().getFirst();
    }

    private static List<Affected.EcosystemPackage> packages(Advisory advisory) {
        return advisory.affected().stream()
                .filter(Affected.EcosystemPackage.class::isInstance)
                .map(Affected.EcosystemPackage.class::cast)
                .toList();
    }
}

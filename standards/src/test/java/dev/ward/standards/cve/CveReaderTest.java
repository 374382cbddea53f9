package dev.ward.standards.cve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.input.Unread;
import dev.ward.standards.intake.Rows;
import dev.ward.standards.intake.Told;
import dev.ward.standards.version.VersionScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CveReaderTest {

    private static final String RECORD = """
            {"dataType": "CVE_RECORD", "dataVersion": "5.1",
             "cveMetadata": {"cveId": "CVE-2024-1234", "state": "%s", "datePublished": "2024-01-01T00:00:00"},
             "containers": {"cna": {"providerMetadata": {"shortName": "acme"}, %s}, "adp": [%s]}}
            """;

    @Test
    void readsWhatTheCnaAndThePublishersSay() throws Exception {
        Advisory advisory = Told.only(RECORD.formatted("PUBLISHED", """
                "title": "A flaw", "descriptions": [{"lang": "en", "value": "Long"}],
                "problemTypes": [{"descriptions": [{"cweId": "CWE-79"}, {"description": "n/a"}]}],
                "metrics": [{"cvssV3_1": {"vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}}],
                "affected": [{"vendor": "Acme", "product": "Pump", "packageName": "@acme/pump",
                  "collectionURL": "https://www.npmjs.com/", "defaultStatus": "unaffected",
                  "versions": [{"version": "1.0", "lessThan": "1.2", "status": "affected", "versionType": "semver"}]}]
                """, """
                {"providerMetadata": {"shortName": "CISA-ADP"}, "metrics": [
                  {"other": {"type": "ssvc", "content": {"options": [{"Exploitation": "poc"}]}}},
                  {"cvssV3_1": {"baseScore": 7.5, "vectorString": "nonsense"}}],
                 "affected": [{"vendor": "acme", "product": "n/a", "cpes": ["cpe:2.3:a:acme:pump:1.0:*:*:*:*:*:*:*"]}]}
                """));
        assertThat(advisory.id()).isEqualTo("CVE-2024-1234");
        assertThat(advisory.published()).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(advisory.summary()).isEqualTo("A flaw");
        assertThat(advisory.weaknesses()).containsExactly("CWE-79");
        assertThat(advisory.exploitation()).isEqualTo("poc");
        assertThat(advisory.severities())
                .extracting(Severity::source, Severity::rating, it -> it.cvss() != null)
                .containsExactly(
                        tuple("CNA acme", SeverityRating.CRITICAL, true),
                        tuple("ADP CISA-ADP", SeverityRating.HIGH, false));
        assertThat(advisory.affected()).hasSize(3);
        assertThat(advisory.affected().get(0)).isInstanceOfSatisfying(Affected.EcosystemPackage.class, it -> {
            assertThat(it.purl()).hasToString("pkg:npm/%40acme/pump");
            assertThat(it.any().getFirst().scheme()).isEqualTo(VersionScheme.NPM);
        });
        assertThat(advisory.affected().get(1)).isInstanceOfSatisfying(Affected.Product.class, it -> {
            assertThat(it.vendor()).isEqualTo("Acme");
            assertThat(Rows.of(it.versions())).isEqualTo(">=1.0|<1.2 AFFECTED; else UNAFFECTED");
        });
        assertThat(advisory.affected().get(2))
                .isInstanceOfSatisfying(
                        Affected.Configuration.class,
                        it -> assertThat(it.condition())
                                .isInstanceOfSatisfying(
                                        CpeCondition.AnyOf.class,
                                        any -> assertThat(any.conditions())
                                                .singleElement()
                                                .isInstanceOfSatisfying(CpeCondition.Leaf.class, leaf -> {
                                                    assertThat(leaf.vulnerable())
                                                            .isTrue();
                                                    assertThat(leaf.versions()).isNull();
                                                })));
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED, PUBLISHED, 0", "REJECTED, REJECTED, 0", "RESERVED, REJECTED, 0", "published, PUBLISHED, 1"})
    void readsTheState(String written, Advisory.State state, int marked) throws Exception {
        Told told = Told.of(RECORD.formatted(written, "\"title\": \"x\"", ""));
        assertThat(told.advisories.getFirst().state()).isEqualTo(state);
        assertThat(told.unread).hasSize(marked).noneMatch(Unread::lost);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    "versions": [{"version": "1.0", "status": "affected"}] ~ 1.0 AFFECTED; else UNKNOWN
                    "defaultStatus": "affected" ~ else AFFECTED
                    "defaultStatus": "unaffected", "versions": [{"version": "0", "lessThan": "2", "status": "affected", "versionType": "x"}] ~ <2 AFFECTED; else UNAFFECTED
                    "versions": [{"version": "unspecified", "lessThanOrEqual": "2", "status": "affected"}] ~ <=2 AFFECTED; else UNKNOWN
                    "versions": [{"version": "n/a", "lessThan": "2", "status": "affected"}] ~ <2 AFFECTED; else UNKNOWN
                    "versions": [{"version": "n/a", "lessThan": "2", "status": "unaffected"}] ~ >=n/a|<2 UNAFFECTED; else UNKNOWN
                    "versions": [{"version": "3", "lessThan": "*", "status": "affected"}] ~ >=3 AFFECTED; else UNKNOWN
                    "versions": [{"version": "3", "lessThan": "unspecified", "status": "affected"}] ~ >=3 AFFECTED; else UNKNOWN
                    "versions": [{"version": "5.10.209", "lessThanOrEqual": "5.10.*", "status": "unaffected", "versionType": "semver"}] ~ >=5.10.209|<5.11-0 UNAFFECTED; else UNKNOWN
                    "versions": [{"version": "1", "lessThan": "5", "status": "affected", "changes": [{"at": "2", "status": "unaffected"}, {"at": "3", "status": "affected"}]}] ~ >=3|<5 AFFECTED; >=2|<5 UNAFFECTED; >=1|<5 AFFECTED; else UNKNOWN
                    "versions": [{"version": "2", "lessThan": "3", "status": "affected", "changes": [{"at": "1.0", "status": "unaffected"}]}] ~ >=2|<3 UNAFFECTED; >=2|<3 AFFECTED; else UNKNOWN
                    "versions": [{"version": "1.5", "status": "unaffected"}, {"version": "1", "lessThan": "2", "status": "affected"}] ~ 1.5 UNAFFECTED; >=1|<2 AFFECTED; else UNKNOWN
                    "versions": [{"version": "5.10", "lessThanOrEqual": "5.10.*", "status": "affected", "versionType": "semver"}] ~ >=5.10|<5.11 AFFECTED; else UNKNOWN
                    "versions": [{"version": "all", "status": "affected"}] ~ * AFFECTED; else UNKNOWN
                    "versions": [{"version": "n/a", "status": "affected"}] ~ n/a AFFECTED; else UNKNOWN
                    "versions": [{"version": "< 1.5 || >= 2, < 2.3", "status": "affected"}] ~ <1.5 AFFECTED; >=2|<2.3 AFFECTED; else UNKNOWN
                    "defaultStatus": "unaffected", "versions": [{"version": "abc", "lessThan": "def", "status": "affected", "versionType": "git"}] ~ else UNKNOWN
                    "defaultStatus": "unaffected", "versions": [{"version": 5, "status": "affected"}, {"version": "1", "status": "unaffected"}] ~ * UNKNOWN; 1 UNAFFECTED; else UNKNOWN
                    "defaultStatus": "unaffected", "versions": "all" ~ else UNKNOWN
                    "defaultStatus": "perhaps" ~ else UNKNOWN
                    """)
    void readsVersions(String entry, String rows) throws Exception {
        assertThat(Rows.of(versions(entry))).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"semver, SEMVER", "maven, MAVEN", "python, PYPI", "npm, NPM", "rpm, RPM", "dpkg, DEB", "custom, GENERIC"
    })
    void comparesAsTheVersionTypeSays(String type, VersionScheme scheme) throws Exception {
        VersionStatements versions =
                versions("\"versions\": [{\"version\": \"1\", \"status\": \"affected\", \"versionType\": \"%s\"}]"
                        .formatted(type));
        assertThat(versions.scheme()).isEqualTo(scheme);
        assertThat(versions.schemeName()).isEqualTo(type);
    }

    @Test
    void takesThePublishersWordForARatingWhenAVectorIsNone() throws Exception {
        Told told = Told.of(RECORD.formatted(
                "PUBLISHED",
                "\"metrics\": [{\"cvssV3_1\": {\"vectorString\": \"x\", \"baseSeverity\": \"LOW\"}}]",
                ""));
        assertThat(told.advisories.getFirst().severities())
                .containsExactly(new Severity("CNA acme", null, SeverityRating.LOW));
        assertThat(told.unread)
                .extracting(Unread::lost, it -> it.location().pointer())
                .containsExactly(tuple(false, "/containers/cna/metrics/0/cvssV3_1/vectorString"));
    }

    @Test
    void losesAMetricWithoutVectorScoreAndRating() throws Exception {
        Told told = Told.of(RECORD.formatted("PUBLISHED", "\"metrics\": [{\"cvssV3_1\": {}}]", ""));
        assertThat(told.advisories.getFirst().severities()).isEmpty();
        assertThat(told.lost()).extracting(Unread::what).containsExactly("CVE-2024-1234");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    https://registry.npmjs.org,        lodash,            pkg:npm/lodash
                    https://pypi.python.org/,          Django,            pkg:pypi/django
                    https://pypi.org/project/pip,      pip,               pkg:pypi/pip
                    https://repo.maven.apache.org/maven2/, a.b:c,         pkg:maven/a.b/c
                    https://repo.maven.apache.org/maven2, c,              -
                    https://crates.io,                 serde,             pkg:cargo/serde
                    https://rubygems.org,              rails,             pkg:gem/rails
                    https://www.nuget.org/packages,    A.B,               pkg:nuget/A.B
                    https://packagist.org,             a/b,               pkg:composer/a/b
                    https://pkg.go.dev,                golang.org/x/net,  pkg:golang/golang.org/x/net
                    https://github.com/quay/mirror,    mirror,            pkg:github/quay/mirror
                    https://github.com,                a/b,               pkg:github/a/b
                    https://access.redhat.com/downloads/content/package-browser/, bash, pkg:rpm/redhat/bash
                    https://wordpress.org/plugins,     akismet,           -
                    """)
    void knowsTheCollections(String url, String name, String purl) {
        assertThat(PackageCollections.purl(url, name).map(Object::toString).orElse(null))
                .isEqualTo(purl);
    }

    private static VersionStatements versions(String entry) throws Exception {
        Advisory advisory = Told.only(RECORD.formatted(
                "PUBLISHED", "\"affected\": [{\"vendor\": \"a\", \"product\": \"b\", %s}]".formatted(entry), ""));
        return ((Affected.Product) advisory.affected().getLast()).versions();
    }

    @Test
    void readsAPackageInsideAProductAsThePackage() throws Exception {
        Advisory advisory = Told.only(RECORD.formatted("PUBLISHED", """
                "affected": [{"vendor": "Red Hat", "product": "Red Hat Enterprise Linux 9", "packageName": "libvirt",
                  "collectionURL": "https://access.redhat.com/downloads/content/package-browser/",
                  "defaultStatus": "affected",
                  "cpes": ["cpe:/a:redhat:enterprise_linux:9::appstream", "cpe:/a:redhat:rhel_eus:8.6::el8"],
                  "versions": [{"version": "0:9.0.0-10.el9", "lessThan": "*", "status": "unaffected",
                                "versionType": "rpm"}]}]
                """, ""));

        assertThat(advisory.affected())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).isInstanceOfSatisfying(Affected.EcosystemPackage.class, it -> {
                    assertThat(it.purl()).hasToString("pkg:rpm/redhat/libvirt");
                    assertThat(it.any().getFirst().scheme()).isEqualTo(VersionScheme.RPM);
                }));
        assertThat(advisory.affected())
                .extracting(one -> ((Affected.EcosystemPackage) one).release())
                .containsExactly("9", "8");
    }
}

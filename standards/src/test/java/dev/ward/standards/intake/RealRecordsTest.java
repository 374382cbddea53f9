package dev.ward.standards.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.version.VersionScheme;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Real records, value by value.
class RealRecordsTest {

    @Test
    void readsLog4Shell() throws Exception {
        Advisory advisory = record(
                "osv-samples/vulnfeeds/test_data/cvelistV5/cves/2021/44xxx/CVE-2021-44228.json", "CVE-2021-44228");
        assertThat(advisory.state()).isEqualTo(Advisory.State.PUBLISHED);
        assertThat(advisory.summary()).startsWith("Apache Log4j2 JNDI features do not protect");
        assertThat(advisory.weaknesses()).contains("CWE-502", "CWE-400", "CWE-20");
        Affected.Product log4j = (Affected.Product) advisory.affected().getFirst();
        assertThat(log4j.product()).isEqualTo("Apache Log4j2");
        assertThat(Rows.of(log4j.versions()))
                .isEqualTo(">=2.15.0 UNAFFECTED; >=2.13.0 AFFECTED; >=2.12.2 UNAFFECTED; >=2.4 AFFECTED; "
                        + ">=2.3.1 UNAFFECTED; >=2.0-beta9 AFFECTED; else UNKNOWN");
    }

    @Test
    void readsAGoRecordWithSeveralEvents() throws Exception {
        Affected.EcosystemPackage toolchain =
                packages(record("osv/osv-go.ndjson.gz", "GO-2021-0068")).getFirst();
        assertThat(toolchain.purl()).hasToString("pkg:golang/toolchain");
        VersionStatements versions = toolchain.any().getFirst();
        assertThat(versions.scheme()).isEqualTo(VersionScheme.GOLANG);
        assertThat(Rows.of(versions))
                .isEqualTo(">=1.15.7 UNAFFECTED; >=1.15.0-0 AFFECTED; >=1.14.14 UNAFFECTED; * AFFECTED; "
                        + "else UNAFFECTED");
        assertThat(versions.rows().getFirst().text())
                .isEqualTo("introduced 0, fixed 1.14.14, introduced 1.15.0-0, fixed 1.15.7");
    }

    @Test
    void readsAPythonRecordWithARangeAndVersions() throws Exception {
        Advisory advisory = record("osv/osv-pypi.ndjson.gz", "PYSEC-2021-335");
        assertThat(advisory.aliases()).containsExactlyInAnyOrder("CVE-2021-32807", "GHSA-qcx9-j53g-ccgf");
        assertThat(packages(advisory).getFirst().any())
                .extracting(Rows::of)
                .containsExactly(
                        "4.0 AFFECTED; 4.1 AFFECTED; 4.2 AFFECTED; 5.0 AFFECTED; 5.1 AFFECTED; else UNAFFECTED",
                        ">=5.2 UNAFFECTED; >=5.0 AFFECTED; >=4.3 UNAFFECTED; >=4.0 AFFECTED; else UNAFFECTED");
    }

    @Test
    void readsAConfigurationOfTheNvdThatNeedsHardware() throws Exception {
        Advisory advisory = record("nvd-api-2.0/CVE-2020-13595.json", "CVE-2020-13595");
        CpeCondition.AllOf all = (CpeCondition.AllOf)
                ((Affected.Configuration) advisory.affected().getFirst()).condition();
        CpeCondition.Leaf app = leaf(all.conditions().get(0));
        CpeCondition.Leaf hardware = leaf(all.conditions().get(1));
        assertThat(app.vulnerable()).isTrue();
        assertThat(app.criteria().formatted()).isEqualTo("cpe:2.3:a:espressif:esp-idf:*:*:*:*:*:*:*:*");
        assertThat(Rows.of(Objects.requireNonNull(app.versions())))
                .isEqualTo(">=4.0.0|<=4.2 AFFECTED; else UNAFFECTED");
        assertThat(hardware.vulnerable()).isFalse();
        assertThat(hardware.versions()).isNull();
        assertThat(advisory.severities()).extracting(Severity::source).containsOnly("NVD nvd@nist.gov");
    }

    @Test
    void readsCisasJudgementOfExploitation() throws Exception {
        Advisory advisory = record("vulnrichment/cve5-vulnrichment.ndjson.gz", "CVE-1999-0006");
        assertThat(advisory.exploitation()).isEqualTo("none");
        assertThat(advisory.severities())
                .extracting(
                        Severity::source,
                        it -> Objects.requireNonNull(it.cvss()).score())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ADP CISA-ADP", 9.8));
        assertThat(advisory.weaknesses()).containsExactly("CWE-121");
    }

    private static CpeCondition.Leaf leaf(CpeCondition node) {
        return (CpeCondition.Leaf) ((CpeCondition.AnyOf) node).conditions().getFirst();
    }

    private static List<Affected.EcosystemPackage> packages(Advisory advisory) {
        return advisory.affected().stream()
                .filter(Affected.EcosystemPackage.class::isInstance)
                .map(Affected.EcosystemPackage.class::cast)
                .toList();
    }

    private static Advisory record(String path, String id) throws Exception {
        try (InputStream in = Files.newInputStream(RealFiles.need(path))) {
            return Told.of(in).advisories.stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

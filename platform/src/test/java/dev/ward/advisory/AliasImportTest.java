package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WardTest
class AliasImportTest {

    private final Heard heard;

    @Autowired
    AliasImportTest(Heard heard) {
        this.heard = heard;
    }

    private String one(String sql) {
        return String.join(",", heard.rows(sql));
    }

    private String column(String column, String name) {
        return one("SELECT %s::text FROM advisory.published_vulnerability WHERE name = '%s'".formatted(column, name));
    }

    @Test
    void keepsTheIdOfTheCveWhenGroupsMerge() {
        heard.hear(Source.OSV, Records.osv("GHSA-2001", "2030-01-01"));
        heard.hear(Source.CVE, Records.cve("CVE-2030-2001", "2030-01-01"));
        String ghsa = heard.vulnerability("GHSA-2001");
        String cve = heard.vulnerability("CVE-2030-2001");
        heard.hear(Source.OSV, Records.osv("GHSA-2001", "2030-01-02", "CVE-2030-2001"));

        assertThat(heard.vulnerability("GHSA-2001")).isEqualTo(cve).isNotEqualTo(ghsa);
        assertThat(column("aliases", "CVE-2030-2001")).isEqualTo("{GHSA-2001}");
        assertThat(column("rating || ' ' || severity_source", "CVE-2030-2001")).isEqualTo("5 CNA pump");
        assertThat(one(
                        "SELECT merged_into::text FROM advisory.published_merged_vulnerability WHERE vulnerability_id = '"
                                + ghsa + "'"))
                .isEqualTo(cve);
        assertThat(one("SELECT count(*) FROM advisory.published_record WHERE vulnerability_id = '" + cve + "'"))
                .isEqualTo("2");
    }

    @Test
    void givesBothTheirIdsBackWhenAGroupComesApart() {
        heard.hear(Source.CVE, Records.cve("CVE-2030-2101", "2030-01-01"));
        heard.hear(Source.OSV, Records.osv("GHSA-2101", "2030-01-01"));
        String cve = heard.vulnerability("CVE-2030-2101");
        String ghsa = heard.vulnerability("GHSA-2101");
        heard.hear(Source.OSV, Records.osv("GHSA-2101", "2030-01-02", "CVE-2030-2101"));
        heard.hear(Source.OSV, Records.osv("GHSA-2101", "2030-01-03"));

        assertThat(heard.vulnerability("CVE-2030-2101")).isEqualTo(cve);
        assertThat(heard.vulnerability("GHSA-2101")).isEqualTo(ghsa);
        assertThat(column("aliases", "CVE-2030-2101")).isEqualTo("{}");
        assertThat(column("live", "GHSA-2101")).isEqualTo("true");
    }

    @Test
    void joinsThreeThroughTheOneInTheMiddle() {
        heard.hear(Source.OSV, Records.osv("PYSEC-2201", "2030-01-01", "CVE-2030-2201"));
        heard.hear(Source.OSV, Records.osv("GHSA-2201", "2030-01-01", "PYSEC-2201"));

        assertThat(heard.vulnerability("GHSA-2201"))
                .isNotEmpty()
                .isEqualTo(heard.vulnerability("PYSEC-2201"))
                .isEqualTo(heard.vulnerability("CVE-2030-2201"));
        assertThat(column("aliases", "CVE-2030-2201")).isEqualTo("{GHSA-2201,PYSEC-2201}");
    }

    @Test
    void retiresOnlyTheEvidenceOfAWithdrawnRecord() {
        heard.hear(Source.CVE, Records.cve("CVE-2030-2301", "2030-01-01"));
        heard.hear(Source.OSV, Records.osv("GHSA-2301", "2030-01-01", "CVE-2030-2301"));
        String id = heard.vulnerability("CVE-2030-2301");
        heard.hear(Source.OSV, Records.withdrawn("GHSA-2301", "2030-01-02", "CVE-2030-2301"));

        assertThat(one("SELECT state FROM advisory.published_record WHERE name = 'GHSA-2301'"))
                .isEqualTo("WITHDRAWN");
        assertThat(one("SELECT vulnerability_id::text FROM advisory.published_record WHERE name = 'GHSA-2301'"))
                .isEqualTo(id);
        assertThat(one("""
                SELECT string_agg(r.name, ' ') FROM advisory.published_statement_key k
                  JOIN advisory.record r USING (record_id) WHERE r.vulnerability_id = '%s'
                """.formatted(id))).isEqualTo("CVE-2030-2301");
        assertThat(column("live", "CVE-2030-2301")).isEqualTo("true");
    }

    @Test
    void keepsAVulnerabilityThatNoRecordTellsOfAnyMore() {
        heard.hear(Source.CVE, Records.cve("CVE-2030-2401", "2030-01-01"));
        String id = heard.vulnerability("CVE-2030-2401");
        heard.hear(Source.CVE, Records.rejected("CVE-2030-2401", "2030-01-02"));

        assertThat(column("live || ' ' || rating", "CVE-2030-2401")).isEqualTo("false 5");
        assertThat(one("SELECT state FROM advisory.published_record WHERE name = 'CVE-2030-2401'"))
                .isEqualTo("REJECTED");
        assertThat(heard.vulnerability("CVE-2030-2401")).isEqualTo(id);

        heard.hear(Source.CVE, Records.cve("CVE-2030-2401", "2030-01-03"));
        assertThat(column("live", "CVE-2030-2401")).isEqualTo("true");
        assertThat(heard.vulnerability("CVE-2030-2401")).isEqualTo(id);
    }

    @Test
    void callsAVulnerabilityByItsRecordWhenItsCveIsRejected() {
        heard.hear(Source.CVE, Records.cve("CVE-2030-2501", "2030-01-01"));
        heard.hear(Source.OSV, Records.osv("GHSA-2501", "2030-01-01", "CVE-2030-2501"));
        String id = heard.vulnerability("CVE-2030-2501");
        heard.hear(Source.CVE, Records.rejected("CVE-2030-2501", "2030-01-02"));

        assertThat(heard.vulnerability("GHSA-2501")).isEqualTo(id);
        assertThat(column("rating", "GHSA-2501")).isEqualTo("4");
    }

    @Test
    void joinsNoTwoPublishedCvesAndSaysSoAsLongAsItIsSo() {
        heard.hear(Source.CVE, Records.cve("CVE-2030-2601", "2030-01-01") + Records.cve("CVE-2030-2602", "2030-01-01"));
        heard.hear(Source.OSV, Records.osv("GHSA-2601", "2030-01-01", "CVE-2030-2601"));
        heard.hear(Source.OSV, Records.osv("PYSEC-2601", "2030-01-01", "GHSA-2601", "CVE-2030-2602"));
        String conflicts = "SELECT array_to_string(ids, ' ') FROM advisory.conflict WHERE 'GHSA-2601' = ANY(ids)";

        assertThat(heard.vulnerability("CVE-2030-2601")).isNotEqualTo(heard.vulnerability("CVE-2030-2602"));
        assertThat(heard.rows(conflicts)).containsExactly("CVE-2030-2601 CVE-2030-2602 GHSA-2601 PYSEC-2601");

        heard.hear(Source.OSV, Records.osv("PYSEC-2601", "2030-01-02", "CVE-2030-2602"));
        assertThat(heard.rows(conflicts)).isEmpty();
        assertThat(heard.vulnerability("GHSA-2601")).isEqualTo(heard.vulnerability("CVE-2030-2601"));
        assertThat(heard.vulnerability("PYSEC-2601")).isEqualTo(heard.vulnerability("CVE-2030-2602"));
    }

    @Test
    void joinsARecordOfSeveralCvesWithNone() {
        heard.hear(Source.OSV, Records.osv("GHSA-2701", "2030-01-01", "CVE-2030-2701", "CVE-2030-2702"));

        assertThat(column("aliases", "GHSA-2701")).isEqualTo("{}");
        assertThat(heard.rows("SELECT reason FROM advisory.conflict WHERE 'GHSA-2701' = ANY(ids)"))
                .containsExactly("GHSA-2701 lists 2 CVE ids; it is joined with none");
    }

    @Test
    void addsTheCatalogueAndTheScoresInWhicheverOrderTheyCome() {
        heard.hear(Source.KEV, Records.kev("2030-02-01", "CVE-2030-2801", "CVE-2030-2802"));
        heard.hear(Source.EPSS, Records.epss("2030-02-01", 0.25, "CVE-2030-2801", "CVE-2030-2802"));
        heard.hear(Source.CVE, Records.cve("CVE-2030-2801", "2030-01-01"));
        String kev = "concat_ws(' ', kev_since, kev_due, kev_ransomware, epss, epss_percentile)";
        assertThat(column(kev, "CVE-2030-2801")).isEqualTo("2030-02-01 2030-03-01 Known 0.25 0.5");

        heard.hear(Source.KEV, Records.kev("2030-02-02", "CVE-2030-2801"));
        SourceImport newer = heard.hear(Source.EPSS, Records.epss("2030-02-02", 0.5, "CVE-2030-2801"));
        SourceImport older = heard.hear(Source.EPSS, Records.epss("2030-01-31", 0.75, "CVE-2030-2801"));

        assertThat(column(kev, "CVE-2030-2801")).isEqualTo("2030-02-02 2030-03-01 Known 0.5 0.5");
        assertThat(newer.counts()).isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0));
        assertThat(older.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 1, 0));
    }

    @Test
    void letsTwoSourcesTellOfOneVulnerability() {
        heard.hear(Source.CVE, Records.cve("CVE-2030-2901", "2030-01-01"));
        heard.hear(Source.NVD, Records.nvd("CVE-2030-2901", "2030-01-01"));

        assertThat(one("""
                SELECT string_agg(r.source || ' ' || k.use || ' ' || k.key, ', ' ORDER BY r.source, k.use, k.key)
                  FROM advisory.published_record r JOIN advisory.published_statement_key k USING (record_id)
                 WHERE r.vulnerability_id = '%s'
                """.formatted(heard.vulnerability("CVE-2030-2901"))))
                .isEqualTo("CVE 3 pump, NVD 2 a:example:pump, NVD 3 pump");
    }

    @Test
    void numbersChangeSetsWithoutAGap() {
        heard.hear(Source.OSV, Records.osv("GHSA-2991", "2030-01-01"));

        assertThat(one("SELECT (max(change_set) = count(*))::text FROM advisory.published_change_set"))
                .isEqualTo("true");
        assertThat(heard.events.getLast().upToChangeSet())
                .isEqualTo(Long.parseLong(one("SELECT max(change_set) FROM advisory.published_change_set")));
    }
}

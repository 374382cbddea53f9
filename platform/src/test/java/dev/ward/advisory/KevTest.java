package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class KevTest {

    private final Heard heard;
    private final JdbcClient jdbc;

    @Autowired
    KevTest(Heard heard, JdbcClient jdbc) {
        this.heard = heard;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void forgetTheCatalogue() {
        jdbc.sql("DELETE FROM advisory.kev").update();
        jdbc.sql("UPDATE advisory.import SET released = NULL").update();
    }

    private String since(String cve) {
        return String.join(
                "",
                heard.rows(
                        "SELECT coalesce(kev_since::text, 'no') FROM advisory.published_vulnerability WHERE name = '%s'"
                                .formatted(cve)));
    }

    private String listed(String cve) {
        return String.join(
                "",
                heard.rows("SELECT removed_at IS NULL FROM advisory.kev WHERE cve = '%s' AND first_seen <= now()"
                        .formatted(cve)));
    }

    @Test
    void retiresWhatAWholeNewerCatalogueListsNoMore() {
        heard.hear(Source.CVE, Records.cve("CVE-2030-5001", "2030-01-01"));
        heard.hear(Source.KEV, Records.kev("2030-02-01", "CVE-2030-5001", "CVE-2030-5002"));
        assertThat(since("CVE-2030-5001")).isEqualTo("2030-02-01");

        SourceImport without = heard.hear(Source.KEV, Records.kev("2030-02-01", "CVE-2030-5002"));

        assertThat(without.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1, 0, 0));
        assertThat(since("CVE-2030-5001")).isEqualTo("no");
        assertThat(listed("CVE-2030-5001")).isEqualTo("f");
        assertThat(listed("CVE-2030-5002")).isEqualTo("t");
        heard.hear(Source.CVE, Records.cve("CVE-2030-5001", "2030-01-02"));
        assertThat(since("CVE-2030-5001")).isEqualTo("no");
        assertThat(heard.rows("SELECT body FROM audit.entry WHERE body LIKE '%" + without.id() + "%'"))
                .singleElement()
                .asString()
                .contains("\"retired\":\"1\"");
    }

    @Test
    void listsAgainWhatComesBack() {
        heard.hear(Source.CVE, Records.cve("CVE-2030-5101", "2030-01-01"));
        heard.hear(Source.KEV, Records.kev("2030-02-01", "CVE-2030-5101", "CVE-2030-5102"));
        heard.hear(Source.KEV, Records.kev("2030-02-01", "CVE-2030-5102"));
        SourceImport back = heard.hear(Source.KEV, Records.kev("2030-02-01", "CVE-2030-5101", "CVE-2030-5102") + "\n");

        assertThat(back.counts().revised()).isEqualTo(1);
        assertThat(since("CVE-2030-5101")).isEqualTo("2030-02-01");
        assertThat(listed("CVE-2030-5101")).isEqualTo("t");
    }

    @Test
    void retiresNothingByWhatIsNotWhole() {
        heard.hear(Source.KEV, Records.kev("2030-02-01", "CVE-2030-5201", "CVE-2030-5202"));
        String whole = Records.kev("2030-02-01", "CVE-2030-5202");
        heard.hear(Source.KEV, whole.replace("\"count\": 1", "\"count\": 2"));
        heard.hear(Source.KEV, whole.replace("\"count\": 1,", ""));
        heard.hear(Source.KEV, whole + "<html>");
        heard.hear(Source.KEV, """
                cveID,vendorProject,product,vulnerabilityName,dateAdded,dueDate,knownRansomwareCampaignUse
                CVE-2030-5202,Example,Pump,Overflow,2030-02-01,2030-03-01,Known
                """);

        assertThat(listed("CVE-2030-5201")).isEqualTo("t");
    }

    @Test
    void retiresNothingByAnOlderCatalogue() {
        heard.hear(Source.KEV, Records.kev("2030-02-01", "CVE-2030-5301", "CVE-2030-5302"));
        heard.hear(
                Source.KEV,
                Records.kev("2030-02-01", "CVE-2030-5302").replace("2030-01-01T00:00:00Z", "2029-12-31T00:00:00Z"));

        assertThat(listed("CVE-2030-5301")).isEqualTo("t");
    }

    @Test
    void doesNotBelieveACatalogueThatLacksTooMuch() {
        String[] many =
                IntStream.range(0, 30).mapToObj("CVE-2030-54%02d"::formatted).toArray(String[]::new);
        heard.hear(Source.KEV, Records.kev("2030-02-01", many));

        SourceImport poor = heard.hear(Source.KEV, Records.kev("2030-02-01", "CVE-2030-5400"));

        assertThat(listed("CVE-2030-5429")).isEqualTo("t");
        assertThat(poor.counts().retired()).isZero();
        assertThat(poor.counts().unread()).isEqualTo(1);
        assertThat(heard.rows("SELECT reason FROM advisory.unread WHERE import_id = '%s'".formatted(poor.id())))
                .containsExactly(
                        "lacks more of the entries that are known than CISA removes at once; they stay listed");
    }

    @Test
    void keepsTheScoreOfACveThatANewerFileOfScoresLacks() {
        heard.hear(Source.CVE, Records.cve("CVE-2030-5501", "2030-01-01"));
        heard.hear(Source.EPSS, Records.epss("2030-02-01", 0.25, "CVE-2030-5501", "CVE-2030-5502"));
        heard.hear(Source.EPSS, Records.epss("2030-02-02", 0.5, "CVE-2030-5502"));

        assertThat(heard.rows("SELECT date || ' ' || probability FROM advisory.epss WHERE cve = 'CVE-2030-5501'"))
                .singleElement()
                .asString()
                .startsWith("2030-02-01")
                .endsWith("0.25");
        assertThat(heard.rows("SELECT epss FROM advisory.published_vulnerability WHERE name = 'CVE-2030-5501'"))
                .containsExactly("0.25");
    }
}

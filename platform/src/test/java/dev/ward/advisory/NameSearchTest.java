package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.Reader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WardTest
class NameSearchTest {

    private static final Reader READER = Reader.machine("test");

    private final Heard heard;
    private final Advisories advisories;

    @Autowired
    NameSearchTest(Heard heard, Advisories advisories) {
        this.heard = heard;
        this.advisories = advisories;
    }

    @Test
    void findsByTheBeginningOfAnyNameInAnyCase() {
        heard.hear(Source.OSV, Records.osv("PYSEC-2030-7", "2030-01-01", "CVE-2030-7001"));
        heard.hear(Source.OSV, Records.osv("PYSEC_2030-8", "2030-01-01"));
        heard.hear(Source.OSV, Records.osv("GHSA-zzzz-7", "2030-01-01"));

        assertThat(advisories.named(READER, "pysec-2030", 10))
                .extracting(Advisories.Named::name)
                .containsExactly("CVE-2030-7001");
        assertThat(advisories.named(READER, "PYSEC_", 10))
                .extracting(Advisories.Named::name)
                .containsExactly("PYSEC_2030-8");
        assertThat(advisories.named(READER, "ghsa-ZZZZ", 10)).hasSize(1);
        assertThat(advisories.named(READER, "CVE-2031", 10)).isEmpty();
    }

    @Test
    void hasAnIndexForIt() {
        assertThat(heard.rows("""
                SELECT indexdef FROM pg_indexes
                 WHERE schemaname = 'advisory' AND indexname IN ('name_beginning', 'record_published')
                """)).hasSize(2);
    }
}

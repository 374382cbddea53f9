package dev.ward.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.sbom.Boms;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class KeyRenewalTest {

    private static final String ADVISORY = """
            {"schema_version": "1.6.0", "id": "TEST-KEY-%1$d", "modified": "2030-01-01T00:00:00Z",
             "affected": [{"package": {"ecosystem": "npm", "name": "keyed-%1$d"},
             "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "2.0.0"}]}]}]}
            """;

    private final JdbcClient jdbc;
    private final KeyRenewal renewal;
    private final FindingListener listener;
    private final RestClientOfTests client;

    @Autowired
    KeyRenewalTest(
            JdbcClient jdbc,
            KeyRenewal renewal,
            FindingListener listener,
            TestCallers callers,
            @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.renewal = renewal;
        this.listener = listener;
        this.client = new RestClientOfTests(port, callers.token("product-security"));
    }

    private long count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    private void spoil() {
        jdbc.sql("UPDATE advisory.record SET keys_format = 0").update();
        jdbc.sql("UPDATE advisory.statement_key SET key = 'spoiled'").update();
        jdbc.sql("UPDATE sbom.component SET keys_format = 0").update();
        jdbc.sql("UPDATE sbom.component_key SET key = 'spoiled ' || component_id")
                .update();
    }

    @Test
    void makesKeysOfAnotherFormatAgainAndMatchesAgain() throws Exception {
        client.load("osv", ADVISORY.formatted(1).replace("\n", " "));
        String release = client.release("Keyed pump", "1.0");
        client.upload(release, Boms.of("keyed-1@1.0.0"));
        assertThat(count("finding.finding WHERE state = 'open'")).isEqualTo(1);
        spoil();

        assertThat(renewal.isDone()).isFalse();
        // While keys are of two formats nothing is matched, so that nothing seems to be mended.
        client.load("osv", ADVISORY.formatted(2).replace("\n", " "));
        client.upload(client.release("Keyed monitor", "1.0"), Boms.of("keyed-1@1.0.0", "keyed-2@1.0.0"));
        listener.catchUp();
        assertThat(count("finding.finding WHERE state = 'open'")).isEqualTo(1);

        renewal.begin();
        await();

        assertThat(renewal.isDone()).isTrue();
        assertThat(count("advisory.statement_key WHERE key = 'spoiled'")).isZero();
        assertThat(count("sbom.component_key WHERE key LIKE 'spoiled%'")).isZero();
        assertThat(count("finding.finding WHERE state = 'open'")).isEqualTo(3);
        assertThat(count("finding.finding WHERE state = 'closed'")).isZero();
    }

    @Test
    void doesNothingWhenAllKeysAreOfThisFormat() {
        long before = count("job.job");
        renewal.begin();

        assertThat(count("job.job")).isEqualTo(before);
    }

    private void await() throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (count("job.job WHERE kind = 'finding.keys' AND status = 'completed'") == 0) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }
}

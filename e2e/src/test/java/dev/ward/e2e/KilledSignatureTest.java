package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server killed while somebody signs: a signature, what it signs and its entries in the trail are there
/// together, or none of them is.
class KilledSignatureTest {

    private static final int KILLS = 3;
    private static final int MOST_BEFORE = 4;
    private static final int LONGEST_PAUSE = 300;

    private static final String RELEASE = """
            SELECT r.id FROM product.release r JOIN product.product p ON p.id = r.product_id
             WHERE p.name = 'Rillflow Infusion System' AND r.version = '3.1'
            """;

    /// Each must be without rows.
    private static final List<String> TORN = List.of("""
            SELECT d.id FROM lifecycle.deviation d
              LEFT JOIN signature.signature s ON s.record_type = 'deviation' AND s.record_id = d.id
             WHERE d.signed GROUP BY d.id HAVING count(s.id) <> 1
            """, """
            SELECT s.id FROM signature.signature s
             WHERE s.record_type = 'deviation' AND NOT EXISTS (SELECT FROM lifecycle.deviation d WHERE d.id = s.record_id)
            """, """
            SELECT s.id FROM signature.signature s
              LEFT JOIN audit.entry e ON e.what = 'record.signed' AND e.body::jsonb -> 'after' ->> 'signature' = s.id::text
             GROUP BY s.id HAVING count(e.seq) <> 1
            """, """
            SELECT e.seq FROM audit.entry e
             WHERE e.what = 'record.signed' AND NOT EXISTS (
                   SELECT FROM signature.signature s WHERE s.id::text = e.body::jsonb -> 'after' ->> 'signature')
            """, """
            SELECT d.id FROM lifecycle.deviation d
              LEFT JOIN audit.entry e ON e.what = 'deviation.signed' AND e.body::jsonb -> 'after' ->> 'deviation' = d.id::text
             GROUP BY d.id HAVING count(e.seq) <> 1
            """);

    private final Set<String> answered = new ConcurrentSkipListSet<>();
    private final long seed = Long.getLong("ward.seed", System.nanoTime());

    @Test
    void keepsASignatureWithItsRecordAndItsEntryOrNothing(@TempDir Path data) throws Exception {
        System.out.printf("seed %d%n", seed);
        Random random = new Random(seed);
        DemoProcess demo = DemoProcess.startFilled(data);
        for (int kill = 1; kill <= KILLS; kill++) {
            signUntilKilled(demo, data, kill, random);
            demo = DemoProcess.start(data);
        }
        try (DemoProcess _ = demo) {
            assertThat(answered).as("what was answered as signed").hasSizeGreaterThanOrEqualTo(KILLS);
            assertThat(Books.ask(data, "SELECT reason FROM lifecycle.deviation WHERE signed"))
                    .containsAll(answered);
            for (String torn : TORN) {
                assertThat(Books.ask(data, torn)).as(torn).isEmpty();
            }
        }
    }

    private void signUntilKilled(DemoProcess demo, Path data, int kill, Random random) throws Exception {
        WebSession session = WebSession.signIn(demo, "quality-regulatory");
        String gate = "/releases/%s/gates/design".formatted(release(data));
        JsonNode missing = missing(session, gate);
        Thread signer = Thread.ofVirtual().start(() -> sign(demo, session, gate, missing, "Kill " + kill));
        int before = answered.size() + 1 + random.nextInt(MOST_BEFORE);
        while (answered.size() < before && signer.isAlive()) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(LONGEST_PAUSE));
        demo.kill();
        signer.join();
    }

    private static String release(Path data) throws IOException, SQLException {
        return Books.ask(data, RELEASE).getFirst();
    }

    private static JsonNode missing(WebSession session, String gate) {
        HttpResponse<String> state = session.get("/api/v1" + gate);
        for (JsonNode row : JsonMapper.shared().readTree(state.body()).path("rows")) {
            if (!row.path("answer").asString("").equals("met")) {
                return row;
            }
        }
        throw new AssertionError("nothing is missing: " + state.body());
    }

    private void sign(DemoProcess demo, WebSession session, String gate, JsonNode missing, String what) {
        try {
            for (int i = 1; true; i++) {
                String reason = "%s, signature %d".formatted(what, i);
                HttpResponse<String> answer = session.submit(
                        gate + "/sign-deviation",
                        "requirement=%s&seen=%s&reason=%s&expires=2099-01-01&identifier=%s&password=%s"
                                .formatted(
                                        encode(missing.path("id").asString("")),
                                        encode(missing.path("because").asString("")),
                                        encode(reason),
                                        encode("quality-regulatory@demo.example"),
                                        encode(demo.password("quality-regulatory"))));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
                answered.add(reason);
            }
        } catch (UncheckedIOException e) {
            // it was killed
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

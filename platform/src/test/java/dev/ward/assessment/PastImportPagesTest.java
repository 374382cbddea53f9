package dev.ward.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.PageAsserts;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A person brings past decisions by the pages: upload, mapping, words, check, take.
@WardTest
class PastImportPagesTest {

    private final AssessingPeople people;

    @Autowired
    PastImportPagesTest(@LocalServerPort int port, TestCallers callers, Assessments assessments) {
        this.people = new AssessingPeople(port, callers, assessments);
    }

    private static String at(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private String awaited(String path, String words) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> people.security.get(path).body().contains(words));
        return people.security.get(path).body();
    }

    @Test
    void asksWhatUnknownWordsMean() {
        String product =
                people.ward.get("/products/" + people.product).at("/name").asString();
        byte[] file = "Gerät;Stand;Schwachstelle;Urteil\n%s;1;%s;N/A\n"
                .formatted(product, people.vulnerability)
                .getBytes(StandardCharsets.UTF_8);
        String mapping =
                at(people.security.upload("/past-decisions/imports", "/past-decisions/imports", "alt.csv", file));
        String page = people.security.get(mapping).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("Which column is what", "Urteil");
        String path = mapping.replaceFirst("/mapping$", "");
        Map<String, String> form = new HashMap<>(
                Map.of("column-0", "product", "column-1", "release", "column-2", "vulnerability", "column-3", ""));
        assertThat(people.security.submit(mapping, path + "/check", form).body())
                .contains("No column is mapped to \"Status\"");

        form.put("column-3", "status");
        assertThat(at(people.security.submit(mapping, path + "/check", form))).isEqualTo(path);
        assertThat(awaited(path, "Checked, not applied")).contains("1 word", "Say what they mean");
        assertThat(people.security.get(mapping).body()).contains("word-status.n/a");
        form.put("word-status.n/a", "not-affected");
        assertThat(at(people.security.submit(mapping, path + "/check", form))).isEqualTo(path);
        String checked = awaited(path, "Take them");
        PageAsserts.assertSound(checked);
        assertThat(people.ward.all("/past-decisions?vulnerability=" + people.vulnerability))
                .isEmpty();

        assertThat(at(people.security.submit(path, path + "/apply", Map.of()))).isEqualTo(path);
        PageAsserts.assertSound(awaited(path, "To the past decisions"));
        assertThat(people.ward
                        .all("/past-decisions?vulnerability=" + people.vulnerability)
                        .getFirst()
                        .at("/status")
                        .asString())
                .isEqualTo("not-affected");
        PageAsserts.assertSound(people.security.get("/past-decisions/imports").body());
        assertThat(people.security.get("/past-decisions/imports/template.csv").body())
                .startsWith("\"Product\",\"Model\",\"Release\",\"Component\",\"Vulnerability\",\"Status\"");
    }
}

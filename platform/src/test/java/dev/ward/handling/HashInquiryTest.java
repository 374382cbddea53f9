package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// "Are we affected?" by the hash of a file.
@WardTest
class HashInquiryTest {

    private final RestClientOfTests ward;
    private final Browser security;
    private final JdbcClient jdbc;

    @Autowired
    HashInquiryTest(TestCallers callers, JdbcClient jdbc, @LocalServerPort int port) {
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.security = callers.signedIn(port, "product-security");
        this.jdbc = jdbc;
    }

    private static String digits(int length) {
        return (UUID.randomUUID() + "" + UUID.randomUUID() + UUID.randomUUID() + UUID.randomUUID())
                .replace("-", "")
                .repeat(2)
                .substring(0, length);
    }

    private String release(String algorithm, String digits) {
        String release = ward.release("Hashed " + UUID.randomUUID(), "1");
        ward.upload(release, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "name": "hashedlib", "version": "1", "hashes": [{"alg": "%s", "content": "%s"}]}]}
                """.formatted(algorithm, digits));
        return release;
    }

    private String presence(JsonNode matrix, String release) {
        for (JsonNode one : matrix.at("/releases")) {
            if (one.at("/release").asString().equals(release)) {
                return one.at("/presence").asString();
            }
        }
        return "not listed";
    }

    @ParameterizedTest
    @CsvSource({"MD5,32", "SHA-1,40", "SHA-256,64", "SHA-512,128"})
    void findsTheReleasesWhoseComponentsHaveTheHash(String algorithm, int length) {
        String digits = digits(length);
        String release = release(algorithm, digits);
        String other = release(algorithm, digits(length));

        for (String asked : new String[] {
            digits,
            digits.toUpperCase(Locale.ROOT),
            algorithm + ":" + digits,
            algorithm.replace("-", "") + ":%20" + digits
        }) {
            JsonNode matrix = ward.get("/affected?component=" + asked);
            assertThat(matrix.at("/present").asInt()).as(asked).isEqualTo(1);
            assertThat(matrix.at("/absent").asInt())
                    .as("a hash shows no absence")
                    .isZero();
            assertThat(presence(matrix, release)).as(asked).isEqualTo("present");
            assertThat(presence(matrix, other)).as(asked).isIn("untold", "not listed");
        }
        String page = security.get("/affected?component=" + digits).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("1 release holds it", "that does not say that the file is not there", "hashedlib 1");
    }

    @Test
    void looksIntoTheCurrentSbomAlone() {
        String digits = digits(64);
        String release = release("SHA-256", digits);
        ward.upload(release, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "library", "name": "hashedlib"}]}
                """);

        assertThat(ward.get("/affected?component=" + digits).at("/present").asInt())
                .isZero();
    }

    @Test
    void refusesWhatIsNoHashAndVersionsOfAFile() {
        HttpResponse<String> shortOne = ward.send("GET", "/affected?component=SHA-256:abc", BodyPublishers.noBody());
        HttpResponse<String> versions =
                ward.send("GET", "/affected?versions=1&component=" + digits(64), BodyPublishers.noBody());

        assertThat(shortOne.statusCode()).isEqualTo(400);
        assertThat(shortOne.body()).contains("is no SHA-256: that has 64 hexadecimal digits");
        assertThat(versions.statusCode()).isEqualTo(400);
        assertThat(versions.body()).contains("A hash asks for one file, which has no versions");
    }

    @Test
    void readsAnIndexInsteadOfEveryComponent() {
        assertThat(jdbc.sql("SELECT indexdef FROM pg_indexes WHERE indexname = 'occurrence_hashes'")
                        .query(String.class)
                        .single())
                .contains("USING gin (hashes)", "WHERE");
    }
}

package dev.ward.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.identity.SwitchedVisibility;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An export that is longer than one part of the list.
@WardTest
class FindingExportTest {

    private static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "bom-ref": "a", "name": "sieve", "version": "1.0", "purl": "pkg:pypi/sieve@1.0"}]}
            """;
    private static final String RECORD = """
            {"id": "CVE-2097-%d", "modified": "2097-01-02T00:00:00Z", "summary": "Another hole in the sieve",
             "affected": [{"package": {"ecosystem": "PyPI", "name": "sieve"}, "versions": ["1.0"]}]}
            """.replace('\n', ' ');

    private final RestClientOfTests ward;
    private final Browser browser;
    private final SwitchedVisibility visibility;
    private String release = "";

    @Autowired
    FindingExportTest(@LocalServerPort int port, TestCallers callers, SwitchedVisibility visibility) {
        ward = new RestClientOfTests(port, callers.token("administrator"));
        browser = callers.signedIn(port, "product-security");
        this.visibility = visibility;
    }

    @BeforeEach
    void findMoreThanOnePart() {
        ward.load(
                "osv",
                IntStream.range(0, Slice.MOST + 20)
                        .mapToObj(i -> RECORD.formatted(10_000 + i))
                        .collect(Collectors.joining("\n")));
        release = ward.release("Sieve of " + System.nanoTime(), "1");
        ward.upload(release, SBOM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/findings/export.csv", "/findings/export.json", "/api/v1/findings/export.json"})
    void thatBreaksInTheMiddleIsNotTakenForAWholeOne(String path) {
        String export = path + "?release=" + release;
        assertThat(browser.get(export).body()).contains("CVE-2097-10000", "CVE-2097-10510");

        int answersForOnePart = 2;
        visibility.whileBreakingAfter(
                answersForOnePart,
                () -> assertThatThrownBy(() -> browser.get(export))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasCauseInstanceOf(IOException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/findings/export.csv", "/api/v1/findings/export.json"})
    void thatBreaksBeforeItsFirstByteIsAProblemAndNoFile(String path) {
        visibility.whileBreakingAfter(1, () -> {
            HttpResponse<String> answer = browser.get(path + "?release=" + release);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("It is no fault of the request")
                    .doesNotContain("CVE-2097", "component_version");
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        });
    }
}

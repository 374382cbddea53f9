package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// Hides everything, and then reads every address of every module: what shows a word of the records all the same has
/// been read past the visibility predicate. A new controller is covered by being there.
@WardTest
class VisibilityTest {

    /// Each stands in one record alone.
    private static final List<String> WORDS = List.of(
            "Zebrafish",
            "77.7.7",
            "quokkalib",
            "CVE-2099-7777777",
            "narwhal flaw",
            "okapi note",
            "pangolin family",
            "axolotl function");

    private final int port;
    private final SwitchedVisibility visibility;
    private final TestCallers callers;
    private final RestClientOfTests ward;
    private final RequestMappingHandlerMapping mapping;

    @Autowired
    VisibilityTest(
            @LocalServerPort int port,
            SwitchedVisibility visibility,
            TestCallers callers,
            RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.port = port;
        this.visibility = visibility;
        this.callers = callers;
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
        this.mapping = requestMappingHandlerMapping;
    }

    /// Fills in one of each, and gives the addresses' variables: the beginning of an address, and what stands for
    /// `{…}`.
    private Map<String, String> fill() {
        String product = ward.post("/products", "{\"name\": \"Zebrafish Pump\", \"family\": \"pangolin family\"}")
                .at("/id")
                .asString();
        String release = ward.releaseOf(product, "77.7.7");
        ward.post("/products/%s/models".formatted(product), "{\"name\": \"Zebrafish Mini\"}");
        JsonNode imported = ward.load("osv", """
                {"id": "CVE-2099-7777777", "modified": "2099-01-02T00:00:00Z", "summary": "narwhal flaw",
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "quokkalib"},
                   "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2"}]}]}]}
                """.replace('\n', ' '));
        JsonNode uploaded = ward.upload(release, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "name": "quokkalib", "version": "1.0", "purl": "pkg:pypi/quokkalib@1.0"}]}
                """);
        JsonNode finding = ward.get("/findings?release=" + release).at("/items/0");
        String id = finding.at("/id").asString();
        ward.post("/findings/%s/notes".formatted(id), "{\"text\": \"okapi note\"}");
        String model = ward.get("/products/%s/models".formatted(product))
                .at("/items/0/id")
                .asString();
        String draft = "{\"functions\": [{\"name\": \"axolotl function\"}]}";
        ward.send("PUT", "/performance/%s/draft".formatted(model), BodyPublishers.ofString(draft));
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("/performance/", model);
        variables.put("/products/", product);
        variables.put("/models/", model);
        variables.put("/releases/", release);
        variables.put("/sboms/", uploaded.at("/result/snapshot").asString());
        variables.put("/findings/", id);
        variables.put("/vulnerabilities/", "CVE-2099-7777777");
        variables.put("/components/", finding.at("/component/id").asString());
        variables.put("/jobs/", uploaded.at("/id").asString());
        variables.put("/imports/", imported.at("/result/import").asString());
        variables.put("/sources/", "osv");
        variables.put("/audit/", "1");
        return variables;
    }

    private List<String> addresses(Map<String, String> variables) {
        TreeSet<String> addresses = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            boolean reads = info.getMethodsCondition().getMethods().isEmpty()
                    || info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            if (reads && !isStream(handler)) {
                info.getPatternValues().forEach(path -> addresses.add(filled(path, variables)));
            }
        });
        for (String asked : List.of("zebrafish", "quokka", "CVE-2099-7777777", "narwhal", "okapi")) {
            addresses.add("/search?q=" + asked);
            addresses.add("/components?q=" + asked);
            addresses.add("/api/v1/components?q=" + asked);
            addresses.add("/findings?q=" + asked);
            addresses.add("/api/v1/findings?q=" + asked);
            addresses.add("/products?q=" + asked);
            addresses.add("/api/v1/products?q=" + asked);
        }
        String inRelease =
                "/releases/%s/components/%s/path".formatted(variables.get("/releases/"), variables.get("/components/"));
        addresses.add(inRelease);
        addresses.add("/api/v1" + inRelease);
        addresses.add("/findings?vulnerability=" + variables.get("/vulnerabilities/"));
        addresses.add("/findings?release=" + variables.get("/releases/"));
        addresses.add("/api/v1/findings?release=" + variables.get("/releases/"));
        addresses.add("/api/v1/findings/export.json?release=" + variables.get("/releases/"));
        return List.copyOf(addresses);
    }

    private static boolean isStream(HandlerMethod handler) {
        return handler.getReturnType().getParameterType().getSimpleName().contains("Emitter");
    }

    private static String filled(String path, Map<String, String> variables) {
        String filled = path;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            int at = filled.indexOf(variable.getKey() + "{");
            if (at >= 0) {
                filled = filled.replaceAll("\\{[^}]*}", variable.getValue());
            }
        }
        return filled.replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000");
    }

    @Test
    void nothingIsReadPastThePredicate() {
        List<String> addresses = addresses(fill());
        String token = callers.token("administrator");
        String session = callers.session("administrator");

        List<String> open = shown(addresses, token, session);
        List<String> hidden = new ArrayList<>();
        visibility.whileBlind(() -> hidden.addAll(shown(addresses, token, session)));

        assertThat(open).as("what the addresses show when nothing is hidden").hasSizeGreaterThan(40);
        assertThat(hidden).isEmpty();
    }

    /// The addresses that show one of the words, with the word.
    private List<String> shown(List<String> addresses, String token, String session) {
        List<String> shown = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String address : addresses) {
                boolean api = address.startsWith("/api/");
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                                .timeout(Duration.ofSeconds(20))
                                .header(api ? "Authorization" : "Cookie", api ? "Bearer " + token : "ward=" + session)
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(address).isLessThan(500);
                String asked = URI.create(address).getQuery();
                String body = asked == null ? answer.body() : answer.body().replace(asked, "");
                WORDS.stream()
                        .filter(body::contains)
                        .filter(word -> !address.contains(word))
                        .map(word -> address + " shows " + word)
                        .findFirst()
                        .ifPresent(shown::add);
            }
            return shown;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

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

/// Hides everything, and then reads every address of every module: what shows a word of the records all the
/// same has
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
            "axolotl function",
            "numbat hospital",
            "serval site",
            "wombat contact",
            "OCELOT-7",
            "tapir order",
            "kakapo lot",
            "dugong configuration",
            "K777777",
            "markhor reason",
            "gharial signal",
            "caracal case",
            "bilby task",
            "fossa comment",
            "quagga control");

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
        variables.putAll(fillRegistry(product, release));
        variables.put("/assessments/", added("/assessments", """
                {"vulnerability": "CVE-2099-7777777", "product": "%s"}""".formatted(product)));
        variables.put(
                "/compensating-controls/",
                added("/assessments/%s/compensating-controls".formatted(variables.get("/assessments/")), """
                {"answers": {"name": "quagga control", "users": "service", "skill": "quagga skill", "instructions": "Off.",
                 "verification": "It is off.", "effect": "None.", "expires": "2099-01-01", "residualExploitability": "low",
                 "residualHarm": "MINOR", "residualReason": "It is off.", "ownExploitability": "low",
                 "ownHarm": "NEGLIGIBLE", "ownReason": "None."}}"""));
        variables.putAll(fillHandling());
        return variables;
    }

    private Map<String, String> fillRegistry(String product, String release) {
        String customer = added("/customers", """
                {"name": "numbat hospital", "kind": "hospital", "country": "SJ"}""");
        String site = added("/customers/%s/sites".formatted(customer), "{\"name\": \"serval site\"}");
        String contact = added("/customers/%s/contacts".formatted(customer), """
                {"name": "wombat contact", "role": "security", "email": "wombat@hospital.example"}""");
        String configuration =
                added("/products/%s/configurations".formatted(product), "{\"name\": \"dugong configuration\"}");
        String submission = added("/releases/%s/submissions".formatted(release), """
                {"kind": "510K", "number": "K777777", "market": "US"}""");
        ward.post("/releases/%s/stages".formatted(release), """
                {"stage": "end-of-support", "effective": "2031-07-07", "reason": "markhor reason"}""");
        String device = added("/devices", """
                {"product": "%s", "serial": "OCELOT-7", "release": "%s", "configuration": "%s", "customer": "%s",
                 "site": "%s"}""".formatted(product, release, configuration, customer, site));
        String shipment = added("/shipments", """
                {"moved": "2026-01-02", "product": "%s", "serials": ["OCELOT-7"], "customer": "%s",
                 "reference": "tapir order"}""".formatted(product, customer));
        String population = added("/populations", """
                {"kind": "lot", "product": "%s", "release": "%s", "lot": "kakapo lot", "quantity": 7, "customer": "%s"}
                """.formatted(product, release, customer));
        String production = added("/productions", """
                {"product": "%s", "quantity": 7, "manufactured": "2026-01-01", "lot": "kakapo lot"}
                """.formatted(product));
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("/customers/", customer);
        variables.put("/sites/", site);
        variables.put("/contacts/", contact);
        variables.put("/configurations/", configuration);
        variables.put("/submissions/", submission);
        variables.put("/devices/", device);
        variables.put("/shipments/", shipment);
        variables.put("/populations/", population);
        variables.put("/productions/", production);
        variables.put("/reconciliation/", product);
        return variables;
    }

    private Map<String, String> fillHandling() {
        String signal = added("/signals", """
                {"origin": "service", "tlp": "AMBER", "title": "gharial signal"}""");
        String number = ward.post("/cases", """
                {"title": "caracal case", "vulnerabilities": ["CVE-2099-7777777"]}""").at("/number").asString();
        ward.post("/cases/%s/tasks".formatted(number), "{\"task\": \"bilby task\"}");
        ward.send(
                "POST",
                "/cases/%s/comments".formatted(number),
                BodyPublishers.ofString("{\"comment\": \"fossa comment\"}"));
        return Map.of("/signals/", signal, "/cases/", number);
    }

    private String added(String path, String json) {
        return ward.post(path, json).at("/id").asString();
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
        for (String asked : List.of(
                "zebrafish",
                "quokka",
                "CVE-2099-7777777",
                "narwhal",
                "okapi",
                "numbat",
                "serval",
                "OCELOT-7",
                "caracal")) {
            addresses.add("/search?q=" + asked);
            addresses.add("/devices?q=" + asked);
            addresses.add("/api/v1/devices?q=" + asked);
            addresses.add("/customers?q=" + asked);
            addresses.add("/api/v1/customers?q=" + asked);
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
        for (String subject : List.of(
                "vulnerability=" + variables.get("/vulnerabilities/"),
                "component=" + variables.get("/components/"),
                "release=" + variables.get("/releases/"),
                "configuration=" + variables.get("/configurations/"))) {
            addresses.add("/reach?" + subject);
            addresses.add("/api/v1/reach?" + subject);
            addresses.add("/api/v1/reach/devices?" + subject);
            addresses.add("/api/v1/reach/devices.csv?" + subject);
            addresses.add("/api/v1/reach/ranges.csv?" + subject);
            addresses.add("/api/v1/reach/consignees.csv?" + subject);
        }
        addresses.add("/signals?state=all");
        addresses.add("/cases?vulnerability=" + variables.get("/vulnerabilities/"));
        addresses.add("/api/v1/fleet?product=" + variables.get("/products/"));
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
        assertThat(WORDS).allSatisfy(word -> assertThat(open).anyMatch(shown -> shown.endsWith(" shows " + word)));
        assertThat(hidden).isEmpty();
    }

    /// The addresses that show one of the words, with each word.
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
                        .forEach(word -> shown.add(address + " shows " + word));
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

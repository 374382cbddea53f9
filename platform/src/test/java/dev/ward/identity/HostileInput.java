package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.web.MergePatch;
import dev.ward.web.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// Sends nonsense to every endpoint of every module: whatever a request holds, it is never Ward that breaks.
abstract class HostileInput {

    /// So many endpoints are asked at once: one thinks while another answers.
    private static final int AT_ONCE = 3;

    private static final byte[] NOTHING = {};
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
    private static final String LONG = "a".repeat(3_000);

    /// As they stand in an address or a form.
    private static final List<String> TEXTS = List.of(
            "",
            "%00",
            "a%00b",
            "%zz",
            "%",
            "%c3%28",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "-1",
            "0",
            "2147483648",
            "99999999999999999999",
            "NaN",
            "1e999",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "0000-01-01",
            "%2B1000000000-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z",
            "%27",
            "%22%3E",
            "%5C",
            "%25",
            "/%7Bx%7D",
            "%0D%0Aa:b",
            "true",
            "[]",
            "a:b",
            ":",
            ",",
            LONG);

    private static final List<String> IDS =
            List.of("x", "-1", "%7Bx%7D", "a%20b", "99999999999999999999", "%c3%28", "%F0%9F%98%80", "'", LONG);

    /// As they stand in JSON.
    private static final List<String> VALUES = List.of(
            "null",
            "1",
            "-1",
            "1e400",
            "99999999999999999999",
            "true",
            "[]",
            "[null]",
            "{}",
            "\"\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"%s\"".formatted(LONG),
            "\"+999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"9999-12-31T23:59:59Z\"",
            "[\"\\u0000\"]");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "{}",
            "1",
            "\"x\"",
            "{\"a\":",
            "{\"a\\u0000\": 1}",
            "\u0000",
            "\ufeff{}",
            "[".repeat(5_000),
            "{\"a\":".repeat(2_000),
            "{} {}");

    private static final List<String> PLACES = List.of(
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "1",
            "-1",
            "9223372036854775807",
            "1e300",
            "true",
            "null",
            "[]",
            "\"NaN\"",
            "\"+999999999-12-31\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"2020-01-01\"",
            "\"2020-01-01T00:00:00Z\"",
            "\"%s\"".formatted(NOBODY),
            "\"%s\"".formatted("9".repeat(400)));

    /// Of lists that are sorted as their readers like.
    private static final List<String> ORDERS = List.of(
            "name",
            "family",
            "changed",
            "version",
            "released",
            "created",
            "risk",
            "severity",
            "epss",
            "kev",
            "vulnerability",
            "component",
            "release",
            "opened");

    /// Of lists that have one order.
    private static final List<String> OWN_ORDERS = List.of("name", "number", "-submitted", "-begun", "read", "-seq");

    private final Wire wire;
    private final int port;
    private final TestCallers callers;
    private final List<Endpoint> endpoints;
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Set<String> broken = new ConcurrentSkipListSet<>();

    HostileInput(int port, TestCallers callers, RequestMappingHandlerMapping mappings, Predicate<Endpoint> asked) {
        this.wire = new Wire(port);
        this.port = port;
        this.callers = callers;
        this.endpoints = Endpoint.of(mappings).stream().filter(asked).toList();
    }

    @Test
    void breaksNothing() throws InterruptedException, ExecutionException {
        assertThat(endpoints).hasSizeGreaterThan(50);
        fill();
        callers.account("administrator");
        try (ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> asked = new ArrayList<>();
            for (Endpoint endpoint : endpoints) {
                asked.add(askers.submit(() -> ask(endpoint)));
            }
            for (Future<?> one : asked) {
                one.get();
            }
        }
        assertThat(broken).isEmpty();
    }

    private void ask(Endpoint endpoint) {
        Asker asker = asker(endpoint);
        Set<String> names = names(endpoint);
        paths(endpoint, asker);
        parameters(endpoint, asker, names);
        bodies(endpoint, asker);
        if (names.contains("after")) {
            cursors(endpoint, asker, names.contains("sort"));
        }
    }

    private void paths(Endpoint endpoint, Asker asker) {
        for (String id : endpoint.path().contains("{") ? IDS : List.<String>of()) {
            asker.ask(endpoint.path().replaceAll("\\{[^}]*}", Matcher.quoteReplacement(id)), NOTHING);
        }
    }

    private void parameters(Endpoint endpoint, Asker asker, Set<String> names) {
        String address = address(endpoint);
        for (String name : names) {
            for (String text : TEXTS) {
                asker.ask(address + "?" + name + "=" + text, NOTHING);
                if (!endpoint.isSafe()) {
                    asker.ask(address, bytes(name + "=" + text), "Content-Type: application/x-www-form-urlencoded");
                }
            }
            asker.ask(address + "?" + name + "=1&" + name + "=2", NOTHING);
        }
    }

    private void bodies(Endpoint endpoint, Asker asker) {
        if (endpoint.isSafe()) {
            return;
        }
        String address = address(endpoint);
        Stream<String> fields = fields(endpoint).stream()
                .flatMap(field -> VALUES.stream().map("{\"%s\": %%s}".formatted(field)::formatted));
        for (String body : Stream.concat(BODIES.stream(), fields).toList()) {
            asker.ask(address, bytes(body), "Content-Type: application/json");
        }
        for (String type : List.of("text/plain", "x", "multipart/form-data", "multipart/form-data; boundary=e")) {
            asker.ask(address, bytes("--e\r\n\r\nx"), "Content-Type: " + type);
        }
    }

    private void cursors(Endpoint endpoint, Asker asker, boolean sorts) {
        for (String order : sorts ? ORDERS : OWN_ORDERS) {
            String question = address(endpoint) + "?" + (sorts ? "sort=" + order : "");
            if (sorts && asker.ask(question, NOTHING) != 200) {
                continue; // not an order of this list
            }
            for (String place : PLACES) {
                for (int size = 1; size <= (sorts ? 6 : 3); size++) {
                    cursor(asker, question, "[\"%s\"%s]".formatted(order, ("," + place).repeat(size)));
                }
                cursor(asker, question, "[\"%s\",%s,\"%s\"]".formatted(order, place, NOBODY));
            }
        }
    }

    private static void cursor(Asker asker, String question, String json) {
        asker.ask(question + "&after=" + Base64.getUrlEncoder().encodeToString(bytes(json)), NOTHING);
    }

    private interface Asker {
        int ask(String target, byte[] body, String... headers);
    }

    private Asker asker(Endpoint endpoint) {
        List<String> own = new ArrayList<>();
        if (endpoint.path().startsWith("/api/")) {
            own.add("Authorization: Bearer " + callers.token("administrator"));
        } else {
            String cookie = "Cookie: ward=" + callers.session("administrator");
            own.add(cookie);
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                    .matcher(wire.ask("GET", "/account", NOTHING, cookie));
            assertThat(token.find()).isTrue();
            own.add(CsrfTokens.HEADER + ": " + token.group(1));
        }
        return (target, body, headers) -> {
            String[] all = Stream.concat(own.stream(), Arrays.stream(headers)).toArray(String[]::new);
            int status = wire.status(endpoint.method(), target, body, all);
            if (status == 0 || status >= 500) {
                String text = new String(body, StandardCharsets.UTF_8);
                broken.add("%s %s %s %s: %d"
                        .formatted(endpoint.method(), brief(target), List.of(headers), brief(text), status));
            }
            return status;
        };
    }

    private static String brief(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    /// Every name that a query or a form may have.
    private static Set<String> names(Endpoint endpoint) {
        Set<String> names = new LinkedHashSet<>();
        for (MethodParameter parameter : endpoint.handler().getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                names.add(
                        annotation.value().isEmpty()
                                ? String.valueOf(parameter.getParameterName())
                                : annotation.value());
            } else if (parameter.getParameterAnnotations().length == 0
                    || !parameter.hasParameterAnnotation(RequestBody.class)) {
                names.addAll(components(parameter.getParameterType()));
            }
        }
        return names;
    }

    /// Every field that a JSON body may have.
    private static Set<String> fields(Endpoint endpoint) {
        Set<String> fields = new LinkedHashSet<>();
        for (MethodParameter parameter : endpoint.handler().getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                ResolvableType type = ResolvableType.forMethodParameter(parameter);
                fields.addAll(components(
                        type.resolve() == MergePatch.class
                                ? type.getGeneric(0).resolve(Object.class)
                                : parameter.getParameterType()));
            }
        }
        if (endpoint.path().endsWith("/imports")) {
            fields.addAll(List.of("path", "url"));
        }
        return fields;
    }

    private static Set<String> components(Class<?> type) {
        Set<String> names = new LinkedHashSet<>();
        if (type.isRecord()
                && (type.getRecordComponents().length > 1
                        || type.getSimpleName().endsWith("Body"))) {
            Arrays.stream(type.getRecordComponents()).forEach(component -> names.add(component.getName()));
        }
        return names;
    }

    /// The address of something that is there, where the test knows it.
    private String address(Endpoint endpoint) {
        String address = endpoint.path();
        for (Map.Entry<String, String> one : known.entrySet()) {
            address = address.replaceFirst(
                    "(/%s/)\\{[^}]*}".formatted(one.getKey()), "$1" + Matcher.quoteReplacement(one.getValue()));
        }
        return address.replaceAll("\\{[^}]*}", NOBODY);
    }

    /// Makes one of each thing, so that questions reach what answers them.
    private void fill() {
        RestClientOfTests client = new RestClientOfTests(port, callers.token("administrator"));
        String product =
                client.post("/products", "{\"name\": \"Pump\"}").at("/id").asString();
        String release = client.releaseOf(product, "1.0");
        String model = client.post("/products/%s/models".formatted(product), "{\"name\": \"M\"}")
                .at("/id")
                .asString();
        client.upload(release, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [{"type": "library",
                 "bom-ref": "a", "name": "pump-a", "version": "1.0", "purl": "pkg:pypi/pump-a@1.0"}]}
                """);
        client.load("osv", """
                {"schema_version": "1.6.0", "id": "TEST-1", "modified": "2030-01-01T00:00:00Z", "summary": "A flaw",
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "pump-a"},
                 "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.2"}]}]}]}
                """);
        known.put("products", product);
        known.put("releases", release);
        known.put("models", model);
        known.put("sources", "osv");
        known.put("vulnerabilities", "TEST-1");
        known.put("sboms", first(client, "/releases/%s/sboms".formatted(release)));
        known.put("imports", first(client, "/sources/osv/imports"));
        known.put("jobs", first(client, "/jobs"));
        known.put("components", first(client, "/components?q=pump"));
        known.put("findings", first(client, "/findings?release=" + release));
    }

    private static String first(RestClientOfTests client, String list) {
        JsonNode item = client.get(list).at("/items/0");
        return item.path("id").asString(item.at("/component/id").asString(""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

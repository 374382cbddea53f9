package dev.ward.home.openapi;

import dev.ward.identity.Public;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Describes the API as it is: made from the endpoints and the records that they take and give, when first asked.
///
/// Source: OpenAPI Specification 3.1.0.
@ConditionalOnWebApplication
@RestController
class OpenApi {

    private static final String PREFIX = "/api/v1/";

    private final RequestMappingHandlerMapping mappings;
    private final JsonMapper json;
    private volatile byte @Nullable [] document;

    OpenApi(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings, JsonMapper json) {
        this.mappings = mappings;
        this.json = json;
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Public
    ResponseEntity<byte[]> describe() {
        byte[] made = document;
        if (made == null) {
            made = json.writeValueAsBytes(document());
            document = made;
        }
        return ResponseEntity.ok(made);
    }

    private Map<String, Object> document() {
        Schemas first = new Schemas(json, Set.of());
        paths(new Operations(first));
        // Only now is it known which names are shared; whoever asks sees the same names after every start.
        Schemas schemas = new Schemas(json, first.shared());
        Map<String, Object> paths = paths(new Operations(schemas));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("openapi", "3.1.0");
        all.put(
                "info",
                Map.of(
                        "title",
                        "Ward",
                        "version",
                        "1",
                        "description",
                        "Lists give `items` and `next`; pass `next` as `after` for what follows. What goes wrong is told"
                                + " as a problem (RFC 9457). Instants are ISO 8601 in UTC, ids are UUIDs."));
        all.put("servers", List.of(Map.of("url", "/")));
        all.put("security", List.of(Map.of("token", List.of())));
        all.put("paths", paths);
        all.put("components", components(schemas));
        return all;
    }

    private static Map<String, Object> components(Schemas schemas) {
        Map<String, Object> components = new LinkedHashMap<>();
        Map<String, Object> named = new TreeMap<>(schemas.named());
        named.put("Problem", problem());
        components.put("schemas", named);
        components.put(
                "responses",
                Map.of(
                        "Problem",
                        Map.of(
                                "description",
                                "What went wrong, where, and what to do",
                                "content",
                                Map.of(
                                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                        Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))))));
        components.put(
                "securitySchemes",
                Map.of("token", Map.of("type", "http", "scheme", "bearer", "description", "An API token: `ward_…`")));
        return components;
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> fault = Map.of(
                "type",
                "object",
                "properties",
                Map.of("where", text, "what", text),
                "required",
                List.of("where", "what"));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", Map.of("type", "string", "format", "uri-reference"));
        properties.put("title", text);
        properties.put("status", Map.of("type", "integer"));
        properties.put("detail", text);
        properties.put("instance", Map.of("type", "string", "format", "uri-reference"));
        properties.put("id", Map.of("type", "string", "description", "Under which the log knows this very answer."));
        properties.put("errors", Map.of("type", "array", "items", fault));
        return Map.of(
                "type", "object", "properties", properties, "required", List.of("type", "title", "status", "detail"));
    }

    private Map<String, Object> paths(Operations operations) {
        List<Endpoint> endpoints = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith(PREFIX)) {
                    for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                        endpoints.add(new Endpoint(path, method, mapping, handler));
                    }
                }
            }
        });
        endpoints.sort(Endpoint.ORDER);
        Map<String, Object> paths = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            @SuppressWarnings("unchecked")
            Map<String, Object> path = (Map<String, Object>)
                    paths.computeIfAbsent(endpoint.path(), key -> new LinkedHashMap<String, Object>());
            path.put(
                    endpoint.method().name().toLowerCase(Locale.ROOT),
                    operations.of(
                            endpoint.method(),
                            endpoint.path(),
                            endpoint.handler(),
                            List.copyOf(
                                    endpoint.mapping().getProducesCondition().getProducibleMediaTypes())));
        }
        return paths;
    }

    private record Endpoint(String path, RequestMethod method, RequestMappingInfo mapping, HandlerMethod handler) {

        static final Comparator<Endpoint> ORDER =
                Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method);
    }
}

package dev.ward.home.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.ward.web.MergePatch;
import dev.ward.web.Slice;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/// JSON schemas of the types that the API takes and gives. A record becomes a named schema, once.
///
/// Source: OpenAPI Specification 3.1.0, 4.8.24; JSON Schema 2020-12.
final class Schemas {

    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(BigInteger.class, Map.of("type", "integer")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(Boolean.class, Map.of("type", "boolean")));

    private final JsonMapper json;
    private final Set<String> shared;
    private final Map<String, Set<Class<?>>> owners = new LinkedHashMap<>();
    private final Map<String, Object> named = new TreeMap<>();

    /// @param shared  names that records of several modules bear; each such record is named with its module
    Schemas(JsonMapper json, Set<String> shared) {
        this.json = json;
        this.shared = Set.copyOf(shared);
    }

    /// Names that more than one of the records met so far would bear.
    Set<String> shared() {
        return owners.entrySet().stream()
                .filter(owner -> owner.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// The schemas of all records met so far, by name.
    Map<String, Object> named() {
        return named;
    }

    Map<String, Object> of(ResolvableType type) {
        Class<?> raw = type.resolve(Object.class);
        Map<String, Object> plain = PLAIN.get(boxed(raw));
        if (plain != null) {
            return plain;
        } else if (raw.isArray() || Collection.class.isAssignableFrom(raw)) {
            ResolvableType item = raw.isArray() ? type.getComponentType() : type.getGeneric(0);
            return Map.of("type", "array", "items", of(item));
        } else if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(type.getGeneric(1)));
        } else if (raw.isEnum()) {
            return Map.of("type", "string", "enum", constants(raw));
        } else if (raw == Slice.class) {
            return slice(type.getGeneric(0));
        } else if (raw == MergePatch.class) {
            return patch(type.getGeneric(0));
        } else if (raw.isRecord()) {
            return record(type, raw);
        }
        return Map.of();
    }

    private Map<String, Object> slice(ResolvableType item) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", List.of("items", "next"));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("items", Map.of("type", "array", "items", of(item)));
        properties.put(
                "next",
                Map.of(
                        "type",
                        List.of("string", "null"),
                        "description",
                        "The value of \"after\" that asks for what follows; null at the end."));
        schema.put("properties", properties);
        return schema;
    }

    /// All fields may be left out, and null takes a value away.
    private Map<String, Object> patch(ResolvableType of) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : of.resolve(Record.class).getRecordComponents()) {
            properties.put(component.getName(), nullable(of(ResolvableType.forType(component.getGenericType()))));
        }
        return Map.of("type", "object", "properties", properties, "additionalProperties", false);
    }

    private Map<String, Object> record(ResolvableType type, Class<?> raw) {
        for (RecordComponent component : raw.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonValue.class)) {
                return of(ResolvableType.forType(component.getGenericType(), type));
            }
        }
        String name = name(type, raw);
        if (!named.containsKey(name)) {
            Map<String, Object> schema = new LinkedHashMap<>();
            named.put(name, schema); // before its fields, which may hold it again
            schema.put("type", "object");
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (RecordComponent component : raw.getRecordComponents()) {
                Map<String, Object> own = of(ResolvableType.forType(component.getGenericType(), type));
                boolean nullable = isNullable(component.getAnnotatedType());
                properties.put(component.getName(), nullable ? nullable(own) : own);
                if (!nullable) {
                    required.add(component.getName());
                }
            }
            schema.put("properties", properties);
            if (!required.isEmpty()) {
                schema.put("required", required);
            }
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    static boolean isNullable(AnnotatedElement element) {
        return element.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type && !schema.containsKey("enum")) {
            Map<String, Object> both = new LinkedHashMap<>(schema);
            both.put("type", List.of(type, "null"));
            return both;
        }
        return schema.isEmpty() ? schema : Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    /// `ProductView` is shown as `Product`.
    private String name(ResolvableType type, Class<?> raw) {
        StringBuilder name = new StringBuilder(raw.getSimpleName().replaceFirst("View$", ""));
        for (ResolvableType generic : type.getGenerics()) {
            name.append("Of").append(generic.resolve(Object.class).getSimpleName());
        }
        owners.computeIfAbsent(name.toString(), key -> new HashSet<>()).add(raw);
        return shared.contains(name.toString()) ? module(raw) + name : name.toString();
    }

    private static String module(Class<?> type) {
        String[] packages = type.getPackageName().split("\\.", -1);
        String module = packages.length > 2 ? packages[2] : "other";
        return Character.toUpperCase(module.charAt(0)) + module.substring(1);
    }

    private List<String> constants(Class<?> type) {
        List<String> constants = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            constants.add(json.valueToTree(constant).asString());
        }
        return constants;
    }

    private static Class<?> boxed(Class<?> type) {
        return ClassUtils.resolvePrimitiveIfNecessary(type);
    }
}

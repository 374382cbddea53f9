package dev.ward.performance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What is approved, as one text that anybody can make again: JSON with sorted names and no space, which holds texts,
/// whole
/// numbers and lists only.
///
/// Source: RFC 8785.
final class CanonicalContent {

    /// Of this layout; another one makes other content.
    private static final int LAYOUT = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CanonicalContent() {}

    /// @param number  of the version
    static String of(Subject subject, int number, List<EssentialFunction> functions) {
        Map<String, Object> content = new TreeMap<>();
        content.put("layout", LAYOUT);
        content.put("product", subject.productId().toString());
        content.put("productName", subject.productName());
        put(content, "model", subject.modelId() == null ? null : subject.id().toString());
        put(content, "modelName", subject.modelName());
        content.put("version", number);
        content.put("functions", functions.stream().map(CanonicalContent::of).toList());
        return JSON.writeValueAsString(content);
    }

    private static Map<String, Object> of(EssentialFunction function) {
        Map<String, Object> content = new TreeMap<>();
        content.put("id", function.id().toString());
        content.put("name", function.name());
        function.said().forEach((aspect, text) -> content.put(aspect.word(), text));
        Stream<String> hazards = function.hazardsUnknown() ? Stream.of("hazards") : Stream.of();
        content.put(
                "unknown",
                Stream.concat(function.unknown().stream().map(Aspect::word), hazards)
                        .sorted()
                        .toList());
        TimeToHarm time = function.counted();
        content.put("timeToHarm", new TreeMap<>(Map.of("unit", time.unit().name(), "amount", time.amount())));
        content.put(
                "hazards", function.hazards().stream().map(CanonicalContent::of).toList());
        return content;
    }

    private static Map<String, Object> of(Hazard hazard) {
        Map<String, Object> content = new TreeMap<>();
        content.put("situation", hazard.situation());
        content.put("harm", hazard.harm());
        content.put(
                "severity",
                hazard.severity() == null ? "UNKNOWN" : hazard.severity().name());
        return content;
    }

    private static void put(Map<String, Object> content, String name, @Nullable Object value) {
        if (value != null) {
            content.put(name, value);
        }
    }

    /// The SHA-256 of the text's UTF-8, in small hexadecimal digits.
    static String sha256(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

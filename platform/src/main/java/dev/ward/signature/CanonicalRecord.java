package dev.ward.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A record as one text that anybody can make again: JSON without space. The names of a map are sorted; those of a
/// Java record stand in the order of its components, so that a component which moves makes another text. It holds
/// texts, whole numbers, truth values, lists and objects only; a number with a fraction is written as text.
///
/// Source: RFC 8785, but for the order of a record's names.
public final class CanonicalRecord {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CanonicalRecord() {}

    /// @param record  a map, or a Java record of such values
    public static String of(Object record) {
        return JSON.writeValueAsString(record);
    }

    public static <T> T parse(String content, Class<T> type) {
        return JSON.readValue(content, type);
    }

    /// The SHA-256 of the text's UTF-8, in small hexadecimal digits.
    public static String sha256(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

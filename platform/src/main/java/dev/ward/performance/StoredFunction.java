package dev.ward.performance;

import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A function as it is stored. What was stored stays readable when a later Ward has dropped a field.
final class StoredFunction {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredFunction() {}

    static String write(EssentialFunction function) {
        return JSON.writeValueAsString(function);
    }

    static EssentialFunction read(String content) {
        return JSON.readValue(content, EssentialFunction.class);
    }

    static String writeAuthors(List<Author> authors) {
        return JSON.writeValueAsString(authors);
    }

    static List<Author> readAuthors(String content) {
        return List.of(JSON.readValue(content, Author[].class));
    }
}

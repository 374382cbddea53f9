package dev.ward.audit;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of an exported trail: `{"seq":1,"previous":"<hex>","hash":"<hex>","body":"<the canonical text>"}`.
final class ExportLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExportLine() {}

    static String write(Link link) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("seq", link.seq());
        line.put("previous", HexFormat.of().formatHex(link.previous()));
        line.put("hash", HexFormat.of().formatHex(link.hash()));
        line.put("body", link.body());
        return JSON.writeValueAsString(line);
    }

    /// @return null when the text is no such line
    static @Nullable Link parse(String text) {
        try {
            JsonNode line = JSON.readTree(text);
            JsonNode body = line.path("body");
            if (!line.path("seq").isIntegralNumber() || !body.isString()) {
                return null;
            }
            return new Link(
                    line.path("seq").asLong(),
                    HexFormat.of().parseHex(line.path("previous").asString("")),
                    HexFormat.of().parseHex(line.path("hash").asString("")),
                    body.asString());
        } catch (JacksonException | IllegalArgumentException _) {
            return null;
        }
    }
}

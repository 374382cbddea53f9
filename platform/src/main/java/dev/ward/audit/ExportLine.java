package dev.ward.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of an exported trail: `{"seq":1,"previous":"<hex>","hash":"<hex>","body":"<the canonical text>"}`. The last
/// names the head and when it was that: `{"head":"<seq>:<hash>","at":"<instant>"}`. An entry that whoever exports may
/// not
/// see has `"withheld":true` in place of the body.
final class ExportLine {

    private static final String WITHHELD = "withheld";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExportLine() {}

    static String write(Link link, boolean withheld) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("seq", link.seq());
        line.put("previous", HexFormat.of().formatHex(link.previous()));
        line.put("hash", HexFormat.of().formatHex(link.hash()));
        if (withheld) {
            line.put(WITHHELD, true);
        } else {
            line.put("body", link.body());
        }
        return JSON.writeValueAsString(line);
    }

    static String write(ChainHead head, Instant at) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("head", head.toString());
        line.put("at", EntryBody.instant(at));
        return JSON.writeValueAsString(line);
    }

    static Optional<ChainHead> parseHead(String text) {
        try {
            return ChainHead.parse(JSON.readTree(text).path("head").asString(""));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// @return null when the text is no entry
    static @Nullable Link parse(String text) {
        try {
            JsonNode line = JSON.readTree(text);
            JsonNode body = line.path("body");
            boolean withheld = line.path(WITHHELD).asBoolean(false) && body.isMissingNode();
            if (!line.path("seq").isIntegralNumber() || (!withheld && !body.isString())) {
                return null;
            }
            return new Link(
                    line.path("seq").asLong(),
                    HexFormat.of().parseHex(line.path("previous").asString("")),
                    HexFormat.of().parseHex(line.path("hash").asString("")),
                    withheld ? null : body.asString());
        } catch (JacksonException | IllegalArgumentException _) {
            return null;
        }
    }
}

package dev.ward.standards.udi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The vectors of an encoder of GS1 symbols: what it encodes, and what it warns of or refuses.
class Gs1VectorsTest {

    private static final int VECTORS = 347;
    private static final Pattern PLACE = Pattern.compile("AI \\((\\d+)\\) data position (\\d+)");

    /// None.
    private static final Map<String, String> KNOWN_DIFFERENCES = Map.of();

    @Test
    void judgesEveryVectorAsTheEncoderDoes() throws IOException {
        Map<String, String> differences = new LinkedHashMap<>();
        int run = 0;
        for (JsonNode vector : vectors()) {
            run++;
            // \177 and \035 are octal: DEL and the separator
            String input = vector.get("input").asString().replace("\\177", "\u007f");
            String expected = vector.get("result").asString().equals("0")
                    ? vector.get("element_string").asString().replace("\\035", "\u001d")
                    : "refused";
            String actual = judged(input);
            if (!actual.equals(expected)) {
                differences.put(input, "is " + actual + " and not " + expected);
            }
        }
        assertThat(run).isEqualTo(VECTORS);
        assertThat(differences).containsExactlyInAnyOrderEntriesOf(KNOWN_DIFFERENCES);
    }

    /// The encoder counts from 1 within the value, Ward from 0 within the text.
    @Test
    void pointsToTheCharacterToWhichTheEncoderPoints() throws IOException {
        int run = 0;
        for (JsonNode vector : vectors()) {
            Matcher place = PLACE.matcher(vector.get("error").asString());
            if (place.find()) {
                run++;
                String input = vector.get("input").asString();
                String bracket = "[" + place.group(1) + "]";
                int expected = input.indexOf(bracket) + bracket.length() + Integer.parseInt(place.group(2)) - 1;
                assertThat(Udis.refused(input).position()).as(input).isEqualTo(expected);
            }
        }
        assertThat(run).isEqualTo(13);
    }

    private static JsonNode vectors() throws IOException {
        return new JsonMapper()
                .readTree(RealFiles.need("udi-gs1/gs1-verify-sample.json").toFile());
    }

    private static String judged(String input) {
        return switch (Udi.parse(input, Udis.TODAY)) {
            case UdiResult.Read read -> read.udi().elementString();
            case UdiResult.Unreadable _ -> "refused";
        };
    }
}

package dev.ward.standards.udi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of application identifiers beside GS1's Barcode Syntax Dictionary.
class ApplicationIdentifiersTest {

    private static final Pattern COMPONENT = Pattern.compile("(\\[?)([NXYZ])(\\.\\.)?(\\d+)\\]?((?:,[a-z0-9]+)*)");

    @Test
    void holdsEveryIdentifierOfTheDictionaryAndNoOther() throws IOException {
        Map<String, String> dictionary = dictionary();

        assertThat(dictionary).hasSize(541);
        assertThat(table()).containsExactlyEntriesOf(dictionary);
    }

    @Test
    void findsEachByItsDigits() throws UdiFault {
        for (ApplicationIdentifier ai : ApplicationIdentifiers.all()) {
            assertThat(ApplicationIdentifiers.beginning(ai.digits() + "0", 0)).isSameAs(ai);
        }
    }

    private static Map<String, String> table() {
        Map<String, String> table = new TreeMap<>();
        for (ApplicationIdentifier ai : ApplicationIdentifiers.all()) {
            String parts = ai.parts().stream().map(Part::notation).collect(Collectors.joining(" "));
            String needs =
                    ai.needs().stream().map(group -> String.join("+", group)).collect(Collectors.joining(","));
            table.put(
                    ai.digits(),
                    String.join(
                            "; ",
                            ai.fixed() ? "fixed" : "fnc1",
                            parts,
                            needs,
                            String.join(",", ai.excludes()),
                            ai.link(),
                            ai.title()));
        }
        return table;
    }

    private static Map<String, String> dictionary() throws IOException {
        Map<String, String> dictionary = new TreeMap<>();
        for (String line : Files.readAllLines(RealFiles.need("udi-gs1/gs1-syntax-dictionary.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                put(dictionary, line);
            }
        }
        return dictionary;
    }

    private static void put(Map<String, String> dictionary, String line) {
        int hash = line.indexOf('#');
        String title = hash < 0 ? "-" : line.substring(hash + 1).strip();
        List<String> words = new ArrayList<>(List.of(
                line.substring(0, hash < 0 ? line.length() : hash).strip().split("\\s+")));
        String range = words.removeFirst();
        String flags = words.getFirst().matches("[*?]+") ? words.removeFirst() : "";
        List<String> parts = new ArrayList<>();
        String needs = "";
        String excludes = "";
        String link = flags.contains("?") ? "attribute" : "-";
        for (String word : words) {
            Matcher component = COMPONENT.matcher(word);
            if (component.matches()) {
                parts.add(notation(component));
            } else if (word.startsWith("req=")) {
                needs = word.substring(4);
            } else if (word.startsWith("ex=")) {
                excludes = word.substring(3);
            } else {
                assertThat(word).startsWith("dlpkey");
                link = word.replace("dlpkey=", "key ").replace("dlpkey", "key");
            }
        }
        String row = String.join(
                "; ", flags.contains("*") ? "fixed" : "fnc1", String.join(" ", parts), needs, excludes, link, title);
        for (String digits : digits(range)) {
            dictionary.put(digits, row);
        }
    }

    private static String notation(Matcher component) {
        return (component.group(1).isEmpty() ? "" : "?")
                + component.group(2).toLowerCase(java.util.Locale.ROOT)
                + (component.group(3) == null ? "" : "1-")
                + component.group(4)
                + component.group(5).replace(',', ':');
    }

    private static List<String> digits(String range) {
        String[] ends = range.split("-");
        List<String> digits = new ArrayList<>();
        for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
            digits.add(("%0" + ends[0].length() + "d").formatted(i));
        }
        return digits;
    }
}

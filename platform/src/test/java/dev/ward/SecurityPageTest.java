package dev.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds `docs/reference/security.md` against the standard's list and against the tests that there are.
class SecurityPageTest {

    private static final Path ROOT = Path.of(System.getProperty("ward.root", ".."));

    /// Section, then the numbers of its requirements of level 1, then those of level 2; level 3 is left out.
    ///
    /// Source: OWASP ASVS 5.0.0.
    private static final String REQUIREMENTS = """
            1.1||1 2
            1.2|1 2 3 4 5|6 7 8 9
            1.3|1 2|3 4 5 6 7 8 9 10 11
            1.4||1 2 3
            1.5|1|2
            2.1|1|2 3
            2.2|1 2|3
            2.3|1|2 3 4
            2.4||1
            3.2|1 2|
            3.3|1|2 3 4
            3.4|1 2|3 4 5 6
            3.5|1 2 3|4 5
            3.7||1 2
            4.1|1|2 3
            4.2||1
            4.3||1 2
            4.4|1|2 3 4
            5.1||1
            5.2|1 2|3
            5.3|1 2|
            5.4||1 2 3
            6.1|1|2 3
            6.2|1 2 3 4 5 6 7 8|9 10 11 12
            6.3|1 2|3 4
            6.4|1 2|3 4
            6.5||1 2 3 4 5
            6.6||1 2 3
            6.8||1 2 3 4
            7.1||1 2 3
            7.2|1 2 3 4|
            7.3||1 2
            7.4|1 2|3 4 5
            7.5||1 2
            7.6||1 2
            8.1|1|2
            8.2|1 2|3
            8.3|1|
            8.4||1
            9.1|1 2 3|
            9.2|1|2 3 4
            10.1||1 2
            10.2||1 2
            10.3||1 2 3 4
            10.4|1 2 3 4 5|6 7 8 9 10 11
            10.5||1 2 3 4 5
            10.6||1 2
            10.7||1 2 3
            11.1||1 2
            11.2||1 2 3
            11.3|1 2|3
            11.4|1|2 3 4
            11.5||1
            11.6||1
            12.1|1|2 3
            12.2|1 2|
            12.3||1 2 3 4
            13.1||1
            13.2||1 2 3 4 5
            13.3||1 2
            13.4|1|2 3 4 5
            14.1||1 2
            14.2|1|2 3 4
            14.3|1|2 3
            15.1|1|2 3
            15.2|1|2 3
            15.3|1|2 3 4 5 6 7
            16.1||1
            16.2||1 2 3 4 5
            16.3||1 2 3 4
            16.4||1 2 3
            16.5||1 2 3
            17.1||1
            17.2||1 2 3 4
            17.3||1 2
            """;

    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*) \\|");
    private static final int MOST_WORDS = 12;

    private final String page;
    private final List<Row> rows;

    SecurityPageTest() throws IOException {
        page = Files.readString(ROOT.resolve("docs/reference/security.md"));
        rows = page.lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(
                        row.group(1),
                        row.group(2),
                        row.group(3),
                        row.group(4),
                        row.group(5),
                        Arrays.stream(row.group(6).split(", "))
                                .filter(test -> !test.equals("–"))
                                .toList()))
                .toList();
    }

    private record Row(String id, String level, String paraphrase, String status, String where, List<String> tests) {}

    private static List<String> required() {
        List<String> required = new ArrayList<>();
        for (String line : REQUIREMENTS.lines().toList()) {
            String[] parts = line.split("\\|", -1);
            for (int level = 1; level <= 2; level++) {
                for (String number : parts[level].isEmpty() ? new String[0] : parts[level].split(" ", -1)) {
                    required.add("%s.%s level %d".formatted(parts[0], number, level));
                }
            }
        }
        return required;
    }

    @Test
    void namesEveryRequirementOfTheFirstTwoLevelsOnce() {
        assertThat(required()).hasSize(253);
        assertThat(rows)
                .extracting(row -> row.id() + " level " + row.level())
                .containsExactlyInAnyOrderElementsOf(required());
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(row.paraphrase().split(" ", -1)).as(row.id()).hasSizeLessThanOrEqualTo(MOST_WORDS));
    }

    @Test
    void namesOnlyTestsThatThereAre() throws IOException {
        Set<String> known;
        try (Stream<Path> files = Files.walk(ROOT)) {
            known = files.filter(file -> file.toString().contains("/src/test/java/"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(rows).allSatisfy(row -> {
            assertThat(row.tests()).as(row.id()).allMatch(test -> test.equals("review") || known.contains(test));
            if (row.status().equals("met")) {
                assertThat(row.tests()).as(row.id()).isNotEmpty();
            }
        });
    }

    @Test
    void countsWhatItSays() {
        Map<String, Long> counts = rows.stream()
                .map(Row::status)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));

        assertThat(counts.keySet()).containsExactly("met", "n/a", "open", "operator");
        counts.forEach((status, count) ->
                assertThat(page).containsPattern("(?m)^\\| %s \\| [^|]+ \\| %d \\|$".formatted(status, count)));
    }

    @Test
    void explainsWhatIsOpenAndWritesDownItsDecisions() {
        for (Row row : rows) {
            if (row.status().equals("open")) {
                assertThat(page).contains("- **" + row.id() + " ");
            }
            Matcher link = Pattern.compile("\\]\\(#([a-z-]+)\\)").matcher(row.where());
            while (link.find()) {
                assertThat(page)
                        .as(row.id())
                        .containsPattern("(?im)^#{2,3} " + link.group(1).replace("-", "[ -]") + "$");
            }
        }
    }
}

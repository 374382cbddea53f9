package dev.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds what the sources ask for against the tests that show it. A test that is not there, or fails, fails the
/// build; none is disabled (`HouseTest`).
class TraceabilityTest {

    private static final Path PAGE = Path.of(System.getProperty("ward.root", ".."), "docs/reference/traceability.md");
    private static final Path STATEMENTS = Path.of("src/test/resources/statements.tsv");
    private static final Path CLASSES = Path.of("target/test-classes");

    /// @param open  what is missing; empty when tests hold it
    private record Stated(String id, String source, String text, String open) {}

    private static List<Stated> statements() throws IOException {
        List<Stated> statements = new ArrayList<>();
        for (String line : Files.readAllLines(STATEMENTS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                assertThat(cells).as(line).hasSize(4);
                statements.add(new Stated(cells[0], cells[1], cells[2], cells[3]));
            }
        }
        return statements;
    }

    /// The tests that hold each statement, in words, by its id.
    private static Map<String, List<String>> tests() throws IOException {
        Map<String, List<String>> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Test.class"))
                    .sorted()
                    .toList()) {
                String name =
                        CLASSES.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                for (Method method : declared(name)) {
                    Statement held = method.getAnnotation(Statement.class);
                    if (held != null) {
                        Arrays.stream(held.value())
                                .forEach(id -> tests.computeIfAbsent(id, _ -> new ArrayList<>())
                                        .add("`%s.%s`"
                                                .formatted(name.replaceFirst("^dev\\.ward\\.", ""), method.getName())));
                    }
                }
            }
        }
        tests.values().forEach(names -> names.sort(null));
        return tests;
    }

    private static Method[] declared(String name) {
        try {
            return Class.forName(name, false, TraceabilityTest.class.getClassLoader())
                    .getDeclaredMethods();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyStatementIsHeldOrSaysWhatIsMissing() throws IOException {
        Map<String, List<String>> tests = tests();
        List<Stated> statements = statements();

        assertThat(statements).extracting(Stated::id).doesNotHaveDuplicates().containsAll(tests.keySet());
        assertThat(statements).allSatisfy(stated -> {
            if (stated.open().isEmpty()) {
                assertThat(tests).as("a test of " + stated.id()).containsKey(stated.id());
            }
        });
        assertThat(statements).extracting(Stated::source).doesNotContain("");
    }

    @Test
    void thePageSaysWhatTheTestsHold() throws IOException {
        String page = page();
        if (Boolean.getBoolean("ward.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }

    private static String page() throws IOException {
        Map<String, List<String>> tests = tests();
        StringBuilder page = new StringBuilder("""
                # Traceability

                What the sources ask for, in our words, and the tests that show it. Made from the annotated tests by `TraceabilityTest`;
                do not edit. Every test that is named here ran and passed in the build, or there was none. What is partly or not
                built says what is missing.

                | id | source | statement | tests | missing |
                | --- | --- | --- | --- | --- |
                """);
        for (Stated stated : statements()) {
            page.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            stated.id(),
                            stated.source(),
                            stated.text(),
                            String.join(" ", tests.getOrDefault(stated.id(), List.of("–"))),
                            stated.open().isEmpty() ? "–" : stated.open()));
        }
        return page.toString();
    }
}

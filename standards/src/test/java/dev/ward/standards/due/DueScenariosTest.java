package dev.ward.standards.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Cases whose dates and states were computed by hand, with the arithmetic beside them.
///
/// ```
/// = A name of the case
/// facts {"zone": "America/New_York", …}
/// at 2026-02-10T12:00:00Z
/// clock FDA-CUST-30 2026-02-04 overdue      # 5 January + 30 = 4 February
/// no-clock FDA-806                          # nothing was initiated
/// gate 21CFR806 initiated no
/// condition FDA-FINAL-2016 2 not met
/// outcome FDA-FINAL-2016 report
/// refused zone                              # in place of all but the facts: a word of the message
/// ```
class DueScenariosTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/ward/standards/due/scenarios");
    private static final int FEWEST = 150;

    /// One case, with its lines.
    record Scenario(String name, List<String> lines) {}

    static List<Scenario> scenarios() throws IOException {
        List<Scenario> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith("= ")) {
                        all.add(new Scenario(file.getFileName() + ": " + line.substring(2), new ArrayList<>()));
                    } else if (!line.isBlank() && !line.startsWith("#")) {
                        all.getLast().lines().add(line.replaceFirst("\\s+#.*$", "").strip());
                    }
                }
            }
        }
        return all;
    }

    @Test
    void thereAreAtLeastAsManyAsPromised() throws IOException {
        assertThat(scenarios()).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    @TestFactory
    Stream<DynamicTest> eachComesOutAsComputedByHand() throws IOException {
        return scenarios().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> new Check(scenario).run()));
    }

    /// Checks one case line by line.
    private static final class Check {

        private final Scenario scenario;
        private String facts = "";
        private Instant at = Instant.EPOCH;
        private int checked;

        Check(Scenario scenario) {
            this.scenario = scenario;
        }

        void run() throws Exception {
            for (String line : scenario.lines()) {
                String[] words = line.split(" +", 2);
                switch (words[0]) {
                    case "facts" -> facts = words[1];
                    case "at" -> at = Instant.parse(words[1]);
                    case "refused" -> refused(words[1]);
                    default -> check(words[0], words[1]);
                }
            }
            assertThat(checked).as("it expects something").isPositive();
        }

        private DueResult result() throws Exception {
            RuleBook book = RuleBook.shipped();
            return DueEngine.evaluate(
                    DueFactsReader.read(
                            new ByteArrayInputStream(facts.getBytes(StandardCharsets.UTF_8)), "facts", book),
                    book,
                    at);
        }

        private void refused(String word) {
            checked++;
            assertThat(catchThrowable(this::result)).hasMessageContaining(word);
        }

        private void check(String kind, String rest) throws Exception {
            checked++;
            DueResult result = result();
            String[] words = rest.split(" +");
            switch (kind) {
                case "clock" ->
                    assertThat(result.clocks().stream()
                                    .map(clock -> "%s %s %s".formatted(clock.id(), clock.due(), clock.state().text())))
                            .contains(rest.replaceAll(" +", " "));
                case "no-clock" ->
                    assertThat(result.clocks().stream().map(RunningClock::id)).doesNotContain(words[0]);
                case "waits" ->
                    assertThat(result.waiting().stream().map(waiting -> waiting.rule().id())).contains(words[0]);
                case "not-asked" ->
                    assertThat(result.notAsked().stream().map(DueResult.NotAsked::id)).contains(words[0]);
                case "outcome" -> assertThat(set(result, words[0]).outcome().key()).isEqualTo(words[1]);
                case "uncertain" -> assertThat(set(result, words[0]).isCertain()).isFalse();
                case "gate" ->
                    assertThat(answered(set(result, words[0]).gates(), words[1]).gateText()).isEqualTo(words[2]);
                case "condition" ->
                    assertThat(answered(set(result, words[0]).conditions(), words[1]).state().text())
                            .isEqualTo(rest.split(" +", 3)[2]);
                default -> throw new IllegalArgumentException("no line of a case: " + kind);
            }
        }

        private static RuleSetResult set(DueResult result, String id) {
            return result.ruleSets().stream()
                    .filter(set -> set.ruleSet().id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(id + " was not asked"));
        }

        private static RuleSetResult.Answered answered(List<RuleSetResult.Answered> all, String id) {
            return all.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + id));
        }
    }
}

package dev.ward.bench;

import dev.ward.standards.due.DueEngine;
import dev.ward.standards.due.DueFacts;
import dev.ward.standards.due.DueFactsReader;
import dev.ward.standards.due.RuleBook;
import dev.ward.standards.input.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Says what is due for 5,000 cases by all sets of rules.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class DueBench {

    private static final int CASES = 5_000;
    private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");

    private final List<DueFacts> cases = new ArrayList<>();

    @Setup
    public void prepare() throws IOException, UnreadableInput {
        for (int i = 0; i < CASES; i++) {
            LocalDate learned = LocalDate.of(2026, 5, 31).minusDays(i % 120);
            String facts = """
                    {"zone": "America/New_York", "markets": ["US", "EU"], "deviceClass": "II", "productKind": "device",
                     "determination": "%s",
                     "awareness": [{"regime": "FDA", "at": "%s"}],
                     "initiatedAt": "%s",
                     "isaoMembership": [{"from": "2020-01-01"}],
                     "adverseEvents": [{"kind": "malfunction", "association": "suspected", "awareAt": "%s"}],
                     "exploitation": {"state": "suspected"},
                     "facts": [{"type": "interim-control-assessed", "at": "%s"}, {"type": "timeline-rationale", "at": "%s"},
                               {"type": "customer-communication", "at": "%s"}, {"type": "isao-submission", "at": "%s"}]}
                    """.formatted(
                            i % 3 == 0 ? "uncontrolled" : "controlled",
                            learned,
                            learned.plusDays(5),
                            learned,
                            learned.plusDays(3),
                            learned.plusDays(4),
                            learned.plusDays(5),
                            learned.plusDays(5));
            byte[] bytes = facts.getBytes(StandardCharsets.UTF_8);
            cases.add(DueFactsReader.read(new ByteArrayInputStream(bytes), "case", RuleBook.shipped()));
        }
    }

    @Benchmark
    public int allCases() {
        int clocks = 0;
        for (DueFacts one : cases) {
            clocks += DueEngine.evaluate(one, RuleBook.shipped(), AT).clocks().size();
        }
        return clocks;
    }
}

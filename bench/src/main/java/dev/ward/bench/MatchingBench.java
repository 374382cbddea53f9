package dev.ward.bench;

import dev.ward.cli.index.IndexBuilder;
import dev.ward.cli.index.IndexFile;
import dev.ward.cli.index.Matcher;
import dev.ward.cli.index.SourceFile;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.intake.SbomIntake;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.DeviceConfiguration;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Matches 5,000 components with an index of all CVE, OSV and NVD records of the real data.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
public class MatchingBench {

    private final List<Component> components = new ArrayList<>();
    private List<ComponentIdentity> identities = List.of();
    private DeviceConfiguration device = DeviceConfiguration.of(List.of());
    private Path file = Path.of("");
    private IndexFile index;
    private Matcher matcher;

    @Setup
    public void prepare() throws IOException, UnreadableInput {
        file = Files.createTempFile("ward-bench", ".index");
        List<Path> sources = List.of(
                RealInputs.file("vulnrichment"),
                RealInputs.file("osv"),
                RealInputs.file("bench-portfolio/nvd-2.0"),
                RealInputs.file("kev"),
                RealInputs.file("epss"));
        new IndexBuilder(line -> {}).build(SourceFile.of(sources), file);
        index = IndexFile.open(file);
        matcher = new Matcher(index);
        try (InputStream in = Files.newInputStream(RealInputs.file("bench-portfolio/boms/large-0.json.gz"))) {
            new SbomIntake(SbomIntake.Limits.USUAL).read("large-0", in, new SbomVisitor() {
                @Override
                public void component(Component component) {
                    components.add(component);
                }

                @Override
                public void unread(Unread unread) {
                    // measured elsewhere
                }
            });
        }
    }

    /// Fresh identities, so that sort keys are made anew as they are for a new SBOM.
    @Setup(Level.Invocation)
    public void forget() {
        identities = components.stream().map(ComponentIdentity::of).toList();
        device = DeviceConfiguration.of(identities);
    }

    @Benchmark
    public int matchFiveThousandComponents() {
        int findings = 0;
        for (ComponentIdentity component : identities) {
            findings += matcher.find(component, device).size();
        }
        return findings;
    }

    @TearDown
    public void close() throws IOException {
        index.close();
        Files.deleteIfExists(file);
    }
}

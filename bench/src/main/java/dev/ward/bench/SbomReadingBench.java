package dev.ward.bench;

import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.intake.SbomIntake;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
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
import org.openjdk.jmh.infra.Blackhole;

/// Reads a CycloneDX file of 5,000 components from memory.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SbomReadingBench {

    private byte[] file = new byte[0];

    @Setup
    public void load() throws IOException {
        file = Files.readAllBytes(RealInputs.file("bench-portfolio/boms/large-0.json.gz"));
    }

    @Benchmark
    public Object readFiveThousandComponents(Blackhole hole) throws IOException, UnreadableInput {
        return new SbomIntake(SbomIntake.Limits.USUAL)
                .read("large-0", new ByteArrayInputStream(file), new SbomVisitor() {
                    @Override
                    public void component(Component component) {
                        hole.consume(component);
                    }

                    @Override
                    public void unread(Unread unread) {
                        hole.consume(unread);
                    }
                });
    }
}

package dev.ward.cli.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.intake.SbomIntake;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.DeviceConfiguration;
import dev.ward.standards.match.Match;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.match.Matching;
import dev.ward.standards.match.StatementCode;
import dev.ward.standards.match.Varint;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatcherTest {

    @TempDir
    Path folder;

    /// Whatever the sort keys and filters decide, `Matching` would have decided the same.
    @Test
    void agreesWithMatchingOnEveryStatementOfRealRecords() throws IOException, UnreadableInput {
        Path target = folder.resolve("real.index");
        List<Path> sources = List.of(
                RealFiles.need("vulnrichment"),
                RealFiles.need("osv"),
                RealFiles.need("bench-portfolio/nvd-2.0/nvdcve-2.0-2024.json.gz"));
        new IndexBuilder(line -> {}).build(SourceFile.of(sources), target);
        List<ComponentIdentity> components = components(RealFiles.need("bench-portfolio/boms/medium-0.json.gz"));
        DeviceConfiguration device = DeviceConfiguration.of(components);
        int matches = 0;
        try (IndexFile index = IndexFile.open(target)) {
            Matcher matcher = new Matcher(index);
            for (ComponentIdentity component : components) {
                Set<Match> found = new HashSet<>();
                matcher.find(component, device).forEach(finding -> {
                    assertThat(finding.matches()).isNotEmpty();
                    found.addAll(finding.matches());
                });
                assertThat(found).as(component.toString()).isEqualTo(byMatchingAlone(index, component, device));
                matches += found.size();
            }
        }
        assertThat(matches).isGreaterThan(1_000);
    }

    private static Set<Match> byMatchingAlone(
            IndexFile index, ComponentIdentity component, DeviceConfiguration device) {
        Set<Match> matches = new HashSet<>();
        for (MatchKeys.Key key : MatchKeys.of(component)) {
            Varint.Cursor at = index.find(IndexFormat.entryKey(key));
            if (at == null) {
                continue;
            }
            for (int i = at.varint(); i > 0; i--) {
                long place = at.varlong();
                at.varint();
                IndexFile.Statement statement = index.statement(place, at.varint(), null);
                at.varint();
                for (int codes = at.varint(); codes > 0; codes--) {
                    StatementCode.evaluate(at, component, key.use());
                }
                Matching.match(component, device, statement.source(), statement.affected())
                        .ifPresent(matches::add);
            }
        }
        return matches;
    }

    private static List<ComponentIdentity> components(Path sbom) throws IOException, UnreadableInput {
        List<ComponentIdentity> components = new ArrayList<>();
        try (InputStream in = Files.newInputStream(sbom)) {
            new SbomIntake(SbomIntake.Limits.USUAL).read("sbom", in, new SbomVisitor() {
                @Override
                public void component(Component component) {
                    components.add(ComponentIdentity.of(component));
                }

                @Override
                public void unread(Unread unread) {
                    // told elsewhere
                }
            });
        }
        return components;
    }
}

package dev.ward.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.product.ReleaseId;
import dev.ward.standards.input.Unread;
import dev.ward.standards.intake.SbomIntake;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

@WardTest
class SbomRoundTripTest {

    private final Received received;
    private final Sboms sboms;
    private final TestReleases releases;

    @Autowired
    SbomRoundTripTest(Received received, Sboms sboms, TestReleases releases) {
        this.releases = releases;
        this.received = received;
        this.sboms = sboms;
    }

    @TestFactory
    List<DynamicTest> givesBackWhatTheReaderSaw() throws Exception {
        return RealSboms.files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> roundTrip(file)))
                .toList();
    }

    private static String sentence(ComponentIdentity identity) {
        return identity + " | " + identity.type() + " | " + identity.purl() + " | " + identity.cpes() + " | "
                + MatchKeys.of(identity);
    }

    private void roundTrip(Path file) throws Exception {
        List<Component> read = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            new SbomIntake(SbomIntake.Limits.USUAL).read(file.getFileName().toString(), in, new SbomVisitor() {
                @Override
                public void component(Component component) {
                    read.add(component);
                }

                @Override
                public void unread(Unread one) {
                    unread.add(one);
                }
            });
        }
        ReleaseId release = releases.make();
        SnapshotId snapshot;
        try (InputStream in = Files.newInputStream(file)) {
            snapshot = received.receive(release, file.getFileName().toString(), in);
        }
        received.read(snapshot);

        Set<String> expected = new TreeSet<>();
        read.forEach(
                component -> ComponentIdentity.allOf(component).forEach(identity -> expected.add(sentence(identity))));
        Set<String> stored = new TreeSet<>();
        sboms.componentsOf(release).forEach(identity -> stored.add(sentence(identity)));
        assertThat(stored).isEqualTo(expected);
        assertThat(places(snapshot))
                .isEqualTo(read.stream()
                        .map(component -> component.ref() + " " + component.location())
                        .toList());
        assertThat(unread(snapshot))
                .isEqualTo(unread.stream().map(Unread::reason).toList());
    }

    private List<String> places(SnapshotId snapshot) {
        return received.jdbc
                .sql("""
                        SELECT coalesce(ref, 'null') || ' ' || location FROM sbom.published_occurrence
                         WHERE snapshot_id = :id ORDER BY number
                        """)
                .param("id", snapshot.value())
                .query(String.class)
                .list();
    }

    private List<String> unread(SnapshotId snapshot) {
        return received.jdbc
                .sql("SELECT reason FROM sbom.unread WHERE snapshot_id = :id ORDER BY number")
                .param("id", snapshot.value())
                .query(String.class)
                .list();
    }
}

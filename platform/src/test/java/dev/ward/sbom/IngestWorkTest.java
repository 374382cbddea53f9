package dev.ward.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import dev.ward.job.JobProblem;
import dev.ward.product.ReleaseId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WardTest
class IngestWorkTest {

    private final Received received;
    private final IngestWork work;
    private final TestReleases releases;
    private final ReleaseId release;

    @Autowired
    IngestWorkTest(Received received, IngestWork work, TestReleases releases) {
        this.received = received;
        this.work = work;
        this.releases = releases;
        this.release = releases.make();
    }

    private List<String> current() {
        return received.jdbc
                .sql("""
                        SELECT c.name || ' ' || c.version
                          FROM sbom.published_current_component p
                          JOIN sbom.published_component c USING (component_id)
                         WHERE p.release_id = :release ORDER BY 1
                        """)
                .param("release", release.value())
                .query(String.class)
                .list();
    }

    private Map<String, Object> counts(SnapshotId snapshot) {
        return received.jdbc.sql("""
                        SELECT (SELECT count(*) FROM sbom.published_occurrence WHERE snapshot_id = :id) AS occurrences,
                               (SELECT count(*) FROM sbom.snapshot_component WHERE snapshot_id = :id) AS components,
                               (SELECT count(*) FROM sbom.published_snapshot WHERE snapshot_id = :id) AS snapshots
                        """).param("id", snapshot.value()).query().singleRow();
    }

    @Test
    void makesAnUploadTheCurrentSnapshot() throws IOException {
        received.ingest(release, Boms.of("lodash@4.17.20", "express@4.18.2"));

        assertThat(current()).containsExactly("express 4.18.2", "lodash 4.17.20");
    }

    @Test
    void filesEachComponentUnderItsKeys() throws IOException {
        received.ingest(release, Boms.of("keyed@1.0.0"));

        assertThat(received.jdbc.sql("""
                                SELECT k.use || ' ' || k.key FROM sbom.published_component_key k
                                  JOIN sbom.published_component c USING (component_id) WHERE c.name = 'keyed'
                                """).query(String.class).list()).containsExactly("0 npm/keyed");
    }

    @Test
    void knowsAComponentOnceHoweverManyReleasesHoldIt() throws IOException {
        received.ingest(release, Boms.of("shared@1.0.0"));
        received.ingest(releases.make(), Boms.of("shared@1.0.0", "other@1.0.0"));

        assertThat(received.jdbc
                        .sql("SELECT count(*) FROM sbom.published_component WHERE name = 'shared'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsTheOlderSnapshotReadable() throws IOException {
        SnapshotId older = received.ingest(release, Boms.of("a@1.0.0"));
        received.ingest(release, Boms.of("a@2.0.0"));

        assertThat(current()).containsExactly("a 2.0.0");
        assertThat(counts(older)).containsEntry("occurrences", 1L).containsEntry("snapshots", 1L);
    }

    @Test
    void changesNothingForTheSameSbomAgain() throws IOException {
        SnapshotId first = received.ingest(release, Boms.of("a@1.0.0"));
        SnapshotId second = received.receive(release, Boms.of("a@1.0.0"));

        Map<String, String> result = received.read(second);

        assertThat(result).containsEntry("outcome", "unchanged").containsEntry("snapshot", first.toString());
        assertThat(counts(second)).containsEntry("snapshots", 0L).containsEntry("components", 0L);
    }

    @Test
    void letsTheLaterUploadWinAlsoWhenItIsReadFirst() throws IOException {
        SnapshotId earlier = received.receive(release, Boms.of("a@1.0.0"));
        SnapshotId later = received.receive(release, Boms.of("a@2.0.0"));

        received.read(later);
        received.read(earlier);

        assertThat(current()).containsExactly("a 2.0.0");
        assertThat(counts(earlier)).containsEntry("snapshots", 1L);
    }

    @Test
    void letsTheSameSbomAgainWinOverAnOlderUploadThatIsStillRead() throws IOException {
        received.ingest(release, Boms.of("a@1.0.0"));
        SnapshotId between = received.receive(release, Boms.of("a@2.0.0"));
        received.ingest(release, Boms.of("a@1.0.0"));

        received.read(between);

        assertThat(current()).containsExactly("a 1.0.0");
    }

    @Test
    void readsManyUploadsToOneReleaseAtOnce() throws Exception {
        List<SnapshotId> uploads = IntStream.range(0, 6)
                .mapToObj(i -> {
                    try {
                        return received.receive(release, Boms.of("together@1.0.0", "own%d@1.0.0".formatted(i)));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Map<String, String>>> reads = uploads.stream()
                    .<Callable<Map<String, String>>>map(upload -> () -> received.read(upload))
                    .toList();
            for (var read : threads.invokeAll(reads)) {
                assertThat(read.get()).containsEntry("outcome", "completed");
            }
        }
        assertThat(current()).containsExactly("own5 1.0.0", "together 1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reading", "completing", "matching"})
    void givesTheSameResultOnceWhenItWasBrokenOff(String step) throws IOException {
        SnapshotId snapshot = received.receive(release, Boms.of("broken@1.0.0", "off@1.0.0"));
        ScriptedRun broken = ScriptedRun.breakingAt(step, snapshot);
        assertThatThrownBy(() -> work.run(broken)).isInstanceOf(ScriptedRun.Killed.class);

        Map<String, String> result = received.read(snapshot);

        assertThat(result).containsEntry("outcome", "completed");
        assertThat(current()).containsExactly("broken 1.0.0", "off 1.0.0");
        assertThat(counts(snapshot)).containsEntry("occurrences", 2L).containsEntry("components", 2L);
    }

    @Test
    void keepsTheSnapshotBeforeWhenAFileIsRefused() throws IOException {
        received.ingest(release, Boms.of("a@1.0.0"));
        String whole = Boms.of("a@2.0.0", "b@2.0.0");
        SnapshotId cut = received.receive(release, whole.substring(0, whole.length() - 40));

        assertThatThrownBy(() -> received.read(cut))
                .isInstanceOf(JobProblem.class)
                .hasMessageContaining("line");

        assertThat(current()).containsExactly("a 1.0.0");
        assertThat(counts(cut)).containsEntry("components", 0L).containsEntry("occurrences", 0L);
        assertThat(received.jdbc
                        .sql("SELECT count(*) FROM sbom.rejected WHERE snapshot_id = :id AND reason <> ''")
                        .param("id", cut.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatThrownBy(() -> received.read(cut)).isInstanceOf(JobProblem.class);
    }

    @Test
    void listsAnUploadThatWardItselfFailedOn() throws IOException {
        SnapshotId snapshot = received.receive(release, Boms.of("a@1.0.0"));
        ScriptedRun broken = ScriptedRun.breakingAt("completing", snapshot);
        assertThatThrownBy(() -> work.run(broken)).isInstanceOf(ScriptedRun.Killed.class);

        work.failed(broken, "Something broke inside Ward.");
        work.failed(broken, "Something broke inside Ward.");

        assertThat(counts(snapshot)).containsEntry("components", 0L).containsEntry("occurrences", 0L);
        assertThatThrownBy(() -> received.read(snapshot)).hasMessageContaining("Something broke inside Ward");
    }

    @Test
    void readsWhatStandsBesideAPoisonousComponent() throws IOException {
        SnapshotId snapshot =
                received.ingest(release, Boms.withComponents("""
                {"type": "library", "name": "nul\\u0000\\ud800name", "version": "1\\u0000", "group": "\\\\\\t{\\"}"},
                {"type": "library", "name": 17, "version": {}},
                {"type": "library", "name": "%s", "version": "1", "purl": "pkg:npm/%s@1"},
                {"type": "library", "name": "good", "version": "1"}
                """.formatted("long".repeat(2000), "long".repeat(2000))));

        assertThat(current()).contains("good 1", "nul\uFFFD\uFFFDname 1\uFFFD");
        assertThat(received.jdbc
                        .sql("SELECT lost FROM sbom.published_snapshot WHERE snapshot_id = :id")
                        .param("id", snapshot.value())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}

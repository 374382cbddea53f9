package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.job.JobId;
import dev.ward.job.JobStatus;
import dev.ward.job.TestRuns;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Boms;
import dev.ward.sbom.Sboms;
import dev.ward.sbom.TestReleases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WardTest
class SlowImportTest {

    private final Heard heard;
    private final Imports imports;
    private final ImportRepository repository;
    private final Sboms sboms;
    private final TestReleases releases;
    private final TestRuns runs;

    @Autowired
    SlowImportTest(
            Heard heard,
            Imports imports,
            ImportRepository repository,
            Sboms sboms,
            TestReleases releases,
            TestRuns runs) {
        this.heard = heard;
        this.imports = imports;
        this.repository = repository;
        this.sboms = sboms;
        this.releases = releases;
        this.runs = runs;
    }

    @Test
    void letsUploadsPassImportsThatDoNotEnd() throws Exception {
        List<JobId> jobs = new ArrayList<>();
        try (Feed feed = new Feed()) {
            feed.silentAt("/silent");
            for (int i = 0; i < 8; i++) {
                jobs.add(imports.submitUrl(Source.OSV, URI.create(feed.address("/silent")), Heard.ACTOR));
            }
            await(() -> feed.asked.get() == 2);

            JobId upload = upload();
            await(() -> heard.job(upload).status().ended());

            assertThat(heard.job(upload).status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(jobs.stream().map(job -> heard.job(job).status()))
                    .filteredOn(JobStatus.RUNNING::equals)
                    .hasSize(2);
            assertThat(feed.asked).hasValue(2);
        }
        jobs.forEach(heard::await);
    }

    private JobId upload() throws IOException {
        ReleaseId release = releases.make();
        byte[] bom = Boms.of("passes@1.0.0").getBytes(StandardCharsets.UTF_8);
        return sboms.submit(release, "bom.json", new ByteArrayInputStream(bom), Heard.ACTOR)
                .id();
    }

    @Test
    void waitsForAnotherImportOfTheSourceInTheQueue() throws Exception {
        JobId waiting;
        try (Staging busy = heard.staging()) {
            assertThat(busy.lock(Source.OSV)).isTrue();
            waiting = heard.submit(
                    Source.OSV, Records.osv("TEST-4001", "2030-01-01").getBytes(StandardCharsets.UTF_8));
            await(() -> heard.job(waiting).step().equals("waits for another import of this source"));

            assertThat(heard.job(waiting).status()).isEqualTo(JobStatus.QUEUED);
        }
        assertThat(heard.await(waiting).outcome()).isEqualTo(ImportOutcome.COMPLETED);
    }

    @Test
    void goesOnAfterTheServerWasStoppedInTheMiddleOfAFetch() throws Exception {
        AtomicBoolean stopping = new AtomicBoolean();
        CountDownLatch half = new CountDownLatch(1);
        byte[] document = Records.osv("TEST-4101", "2030-01-01").getBytes(StandardCharsets.UTF_8);
        try (Feed feed = new Feed()) {
            feed.at("/feed", 200, "", document.length, out -> {
                if (stopping.get()) {
                    out.write(document);
                    return;
                }
                out.write(document, 0, 100);
                out.flush();
                half.await();
                stopping.set(true);
            });
            ImportId id = ImportId.next();
            JobId job =
                    runs.insert(ImportWork.KIND, Map.of(ImportWork.IMPORT, id.toString(), ImportWork.ORIGIN, "url"));
            repository.insert(
                    id, Source.OSV, new Origin.Url(URI.create(feed.address("/feed"))), job, Heard.ACTOR, Instant.now());
            half.countDown();

            assertThat(runs.isStopped(job, stopping::get)).isTrue();
            assertThat(heard.job(job).status()).isEqualTo(JobStatus.RUNNING);
            assertThat(repository.find(id).orElseThrow().outcome()).isEqualTo(ImportOutcome.RUNNING);

            assertThat(runs.isStopped(job, () -> false)).isFalse();
        }
        assertThat(
                        heard.rows(
                                "SELECT outcome FROM advisory.import WHERE origin = 'url' AND source = 'osv' AND sha256 IS NOT NULL"))
                .contains("completed");
        assertThat(heard.vulnerability("TEST-4101")).isNotEmpty();
    }

    @Test
    void keepsWhatIsSecretInAnAddressToItself() throws Exception {
        try (Feed feed = new Feed()) {
            feed.at("/feed", Feed.text(Records.osv("TEST-4201", "2030-01-01")));
            SourceImport of = heard.await(
                    imports.submitUrl(Source.OSV, URI.create(feed.address("/feed?key=hidden")), Heard.ACTOR));

            assertThat(of.outcome()).isEqualTo(ImportOutcome.COMPLETED);
            assertThat(of.name()).endsWith("/feed?…");
            assertThat(heard.job(of.job()).toString()).doesNotContain("hidden");
            assertThat(heard.rows("SELECT body FROM audit.entry")).noneMatch(body -> body.contains("hidden"));
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(40);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }
}

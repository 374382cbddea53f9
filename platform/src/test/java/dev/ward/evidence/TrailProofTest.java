package dev.ward.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Manifest;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.job.Job;
import dev.ward.job.JobStatus;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import dev.ward.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@WardTest
class TrailProofTest {

    private static final Reader READER = Reader.machine("test");
    private static final Actor ANNA = new Actor(Actor.Kind.PERSON, "anna", "Anna Berg");
    private static final String HERE = "/audit/proof";

    private final int port;
    private final TrailProofs proofs;
    private final AuditEntries entries;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final TestCallers callers;

    @Autowired
    TrailProofTest(
            @LocalServerPort int port,
            TrailProofs proofs,
            AuditEntries entries,
            AuditTrail trail,
            TransactionTemplate transaction,
            TestCallers callers) {
        this.port = port;
        this.proofs = proofs;
        this.entries = entries;
        this.trail = trail;
        this.transaction = transaction;
        this.callers = callers;
    }

    private static Job ended(Supplier<Job> job) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (!job.get().status().ended()) {
            assertThat(Instant.now()).as("the proof ends").isBefore(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return job.get();
    }

    private Job newest() {
        return proofs.newest(READER).orElseThrow();
    }

    private List<AuditEntry> asked(Job job) {
        return entries.list(READER, new AuditFilter(null, "job", job.id().toString(), null, null, null), null, 9)
                .items();
    }

    @Test
    void provesTheTrailAtAClickAndNamesTheEntryThatIsBroken() throws InterruptedException {
        Browser browser = callers.signedIn(port, "auditor");
        assertThat(browser.get("/audit").body()).contains("href=\"" + HERE + "\"");
        assertThat(browser.submit(HERE, HERE, Map.of()).statusCode()).isEqualTo(302);

        Job whole = ended(this::newest);
        assertThat(whole.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(whole.result()).containsEntry("verdict", "whole").containsKey("head");
        assertThat(asked(whole)).hasSize(1).first().extracting(AuditEntry::what).isEqualTo("audit.proof-asked");
        String page = browser.get(HERE).body();
        assertThat(page).contains("Whole", "compared with no head").doesNotContain("Broken at", "Under way");
        PageAsserts.assertSound(page);

        transaction.executeWithoutResult(_ -> trail.record(
                ANNA, Act.of("reports.removed", "report", "many"), Manifest.over("1", Stream.of("never kept"))));
        assertThat(browser.submit(HERE, HERE, Map.of()).statusCode()).isEqualTo(302);
        Job broken = ended(this::newest);
        long entry = entries.list(READER, new AuditFilter(null, "report", "many", null, null, null), null, 1)
                .items()
                .getFirst()
                .seq();
        assertThat(broken.id()).isNotEqualTo(whole.id());
        assertThat(broken.result()).containsEntry("verdict", "broken").containsEntry("entry", Long.toString(entry));
        assertThat(browser.get(HERE).body())
                .contains("Broken at entry " + entry + ":")
                .doesNotContain("Whole");
    }

    @Test
    void showsTheOneThatRunsAtASecondClick() throws InterruptedException {
        // Nothing begins before the commit, so that the second click surely meets the first.
        List<Job> both = Objects.requireNonNull(
                transaction.execute(_ -> List.of(proofs.ask(ANNA, READER), proofs.ask(ANNA, READER))));

        assertThat(both.getLast().id()).isEqualTo(both.getFirst().id());
        assertThat(asked(both.getFirst())).hasSize(1);
        ended(this::newest);
        assertThat(proofs.ask(ANNA, READER).id()).isNotEqualTo(both.getFirst().id());
        ended(this::newest);
    }

    @Test
    void provesForThoseAloneWhoReadTheTrailAndSeeEverything() {
        assertThat(callers.signedIn(port, "clinical-safety").get(HERE).statusCode())
                .isEqualTo(403);
        assertThatThrownBy(() -> proofs.ask(ANNA, Reader.blind("nobody"))).isInstanceOf(ProblemException.class);
        assertThat(proofs.newest(Reader.blind("nobody"))).isEmpty();
    }
}

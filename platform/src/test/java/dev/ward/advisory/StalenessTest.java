package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.advisory.web.Staleness;
import dev.ward.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StalenessTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private static Staleness heard(Duration ago) {
        Instant at = NOW.minus(ago);
        return Staleness.of(
                new SourceImport(
                        new ImportId(new UUID(0, 1)),
                        Source.OSV,
                        "osv.ndjson",
                        new JobId(new UUID(0, 2)),
                        "test",
                        at,
                        at,
                        ImportOutcome.COMPLETED,
                        null,
                        null,
                        null,
                        new ImportCounts(1, 0, 0, 0, 0, 0)),
                NOW);
    }

    @Test
    void callsASourceFreshThatWasHeardLately() {
        assertThat(heard(Duration.ofHours(1)).brief()).isEqualTo("Fresh");
        assertThat(heard(Duration.ofDays(3)).brief()).isEqualTo("3 days old");
    }

    @Test
    void callsNoSourceFreshThatWasHeardAtATimeThatHasNotComeYet() {
        assertThat(heard(Duration.ofDays(-30)).words()).contains("the clock was wrong");
    }
}

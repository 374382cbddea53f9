package dev.ward.advisory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Numbers what imports make known. A number is taken under a lock that is held until the commit: readers
/// that have seen one have seen all before it.
final class ChangeSets {

    private static final int LOCK = 0x5741_5243;

    private final Staging staging;
    private final SourceImport of;
    private final Clock clock;

    ChangeSets(Staging staging, SourceImport of, Clock clock) {
        this.staging = staging;
        this.of = of;
        this.clock = clock;
    }

    /// Makes known, in one transaction, what a step does; the step tells how many records it touched.
    void commit(Step step) {
        staging.transactions().executeWithoutResult(_ -> {
            JdbcClient jdbc = staging.jdbc();
            Instant now = clock.instant();
            jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                    .param("lock", (long) LOCK)
                    .query(rows -> {});
            long number = jdbc.sql("""
                    INSERT INTO advisory.change_set (change_set, at, source, import_id)
                    SELECT coalesce(max(change_set), 0) + 1, :now, :source, :import FROM advisory.change_set
                    RETURNING change_set
                    """)
                    .param("now", Timestamp.from(now))
                    .param("source", of.source().word())
                    .param("import", of.id().value())
                    .query(Long.class)
                    .single();
            Changed changed = step.run(new ChangeSet(number, now, of.id()));
            jdbc.sql("""
                    UPDATE advisory.import SET created = created + :created, revised = revised + :revised
                     WHERE import_id = :import
                    """)
                    .param("created", changed.created())
                    .param("revised", changed.revised())
                    .param("import", of.id().value())
                    .update();
        });
    }

    /// What becomes visible at once.
    record ChangeSet(long number, Instant at, ImportId importId) {}

    record Changed(long created, long revised) {}

    interface Step {

        Changed run(ChangeSet changeSet);
    }
}

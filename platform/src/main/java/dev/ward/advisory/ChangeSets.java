package dev.ward.advisory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
            long number = next(jdbc, now, of.source().word(), of.id().value());
            Changed changed = step.run(new ChangeSet(number, now, of.id()));
            jdbc.sql("""
                    UPDATE advisory.import
                       SET created = created + :created, revised = revised + :revised, retired = retired + :retired
                     WHERE import_id = :import
                    """)
                    .param("created", changed.created())
                    .param("revised", changed.revised())
                    .param("retired", changed.retired())
                    .param("import", of.id().value())
                    .update();
        });
    }

    /// Takes the next number, in the transaction at hand.
    ///
    /// @param importId  null for a change that no import makes
    static long next(JdbcClient jdbc, Instant now, String source, @Nullable UUID importId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", (long) LOCK)
                .query(rows -> {});
        return jdbc.sql("""
                INSERT INTO advisory.change_set (change_set, at, source, import_id)
                SELECT coalesce(max(change_set), 0) + 1, :now, :source, :import::uuid FROM advisory.change_set
                RETURNING change_set
                """)
                .param("now", Timestamp.from(now))
                .param("source", source)
                .param("import", importId)
                .query(Long.class)
                .single();
    }

    /// What becomes visible at once.
    record ChangeSet(long number, Instant at, ImportId importId) {}

    record Changed(long created, long revised, long retired) {

        Changed(long created, long revised) {
            this(created, revised, 0);
        }
    }

    interface Step {

        Changed run(ChangeSet changeSet);
    }
}

package dev.ward.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The trail's one entrance. An act is recorded in the transaction that does it, or it is not done.
@Component
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Commitments commitments;
    private final ManifestRepository manifests;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Commitments commitments, ManifestRepository manifests, Clock clock) {
        this.jdbc = jdbc;
        this.commitments = commitments;
        this.manifests = manifests;
        this.clock = clock;
    }

    /// Makes a trail over a database without an application around it, as a command does.
    public static AuditTrail over(JdbcClient jdbc, Clock clock) {
        return new AuditTrail(jdbc, new Commitments(jdbc), new ManifestRepository(jdbc), clock);
    }

    /// Records one act. Entries are written together, in the order of recording, as the last statements before
    /// the commit; a rollback writes none.
    ///
    /// @throws IllegalStateException  outside of a transaction
    public void record(Actor actor, Act act) {
        collected().add(new Recorded(clock.instant(), actor, act, null));
    }

    /// Records a bulk act: one entry with the count and the digest of its rows.
    ///
    /// @param manifest  from [#keep(String, Iterable)], or of rows that the caller's own history keeps
    public void record(Actor actor, Act act, Manifest manifest) {
        collected().add(new Recorded(clock.instant(), actor, act, manifest));
    }

    /// Keeps the rows of a bulk act beside the chain. Call it in the act's transaction; rows are read twice.
    ///
    /// @param rows  sorted by their UTF-8 bytes, none with a line feed or personal data
    public Manifest keep(String changeSet, Iterable<String> rows) {
        requireTransaction();
        return manifests.keep(changeSet, rows);
    }

    /// Erases every personal value that the trail keeps about one subject, and records that and why. Tombstones
    /// stay, and the chain still verifies.
    ///
    /// @param subjectType  as in the acts; "actor" with an actor's id for the names of a person or token
    /// @param reason       no personal data
    /// @return number of values erased
    public int purge(Actor actor, String subjectType, String subjectId, String reason) {
        requireTransaction();
        return purged(actor, subjectType, subjectId, commitments.purge(subjectType, subjectId), reason);
    }

    /// The same for some fields alone.
    ///
    /// @param fields  the names in the acts whose values go
    public int purge(Actor actor, String subjectType, String subjectId, Set<String> fields, String reason) {
        requireTransaction();
        return purged(actor, subjectType, subjectId, commitments.purge(subjectType, subjectId, fields), reason);
    }

    private int purged(
            Actor actor, String subjectType, String subjectId, List<byte[]> commitmentsErased, String reason) {
        List<String> erased = commitmentsErased.stream()
                .map(HexFormat.of()::formatHex)
                .sorted()
                .toList();
        Act act = Act.of(PurgedValues.WHAT, subjectType, subjectId)
                .after("values", Integer.toString(erased.size()))
                .why(reason);
        record(actor, act, manifests.keep("purge of " + subjectType + " " + subjectId, erased));
        return erased.size();
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("an act is recorded in the transaction that does it; there is none");
        }
    }

    private List<Recorded> collected() {
        requireTransaction();
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof BeforeCommit hook && hook.trail().equals(this)) {
                if (hook.written) {
                    throw new IllegalStateException("the transaction's entries are written; it is too late for an act");
                }
                return hook.recorded;
            }
        }
        BeforeCommit hook = new BeforeCommit();
        TransactionSynchronizationManager.registerSynchronization(hook);
        return hook.recorded;
    }

    /// @param manifest  null for an act that is not bulk
    private record Recorded(
            Instant at, Actor actor, Act act, @Nullable Manifest manifest) {}

    private final class BeforeCommit implements TransactionSynchronization, Ordered {

        private final List<Recorded> recorded = new ArrayList<>();
        private boolean written;

        private AuditTrail trail() {
            return AuditTrail.this;
        }

        /// Last of all hooks: what runs after it would hold the chain's lock.
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            String[] bodies = recorded.stream()
                    .map(r -> EntryBody.write(r.at(), r.actor(), r.act(), r.manifest(), commitments))
                    .toArray(String[]::new);
            jdbc.sql("SELECT audit.append(:bodies)")
                    .param("bodies", bodies)
                    .query(Long.class)
                    .single();
        }
    }
}

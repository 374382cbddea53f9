package dev.ward.advisory;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down how imports end: in the monitoring log, and once in the audit trail.
@Component
class ImportLog {

    private final ImportRepository repository;
    private final AuditTrail audit;
    private final ImportHistory history;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final MeterRegistry meters;

    ImportLog(
            ImportRepository repository,
            AuditTrail audit,
            ImportHistory history,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock,
            MeterRegistry meters) {
        this.meters = meters;
        this.repository = repository;
        this.audit = audit;
        this.history = history;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        startAtZero();
    }

    /// A count that comes to be with its first one shows nobody that it grew.
    private void startAtZero() {
        for (Source source : Source.values()) {
            unread(source);
            for (ImportOutcome outcome :
                    List.of(ImportOutcome.COMPLETED, ImportOutcome.NOTHING_NEW, ImportOutcome.FAILED)) {
                imports(source, outcome);
            }
        }
    }

    void told(ImportId id, StagingReader read) {
        transactions.executeWithoutResult(_ -> {
            repository.told(id, read.told(), 0, read.unreadParts().count());
            repository.replaceUnread(id, read.unreadParts().list());
        });
    }

    void completed(SourceImport of, Actor actor) {
        end(of, ImportOutcome.COMPLETED, null, actor);
    }

    void nothingNew(SourceImport of, Actor actor) {
        end(of, ImportOutcome.NOTHING_NEW, null, actor);
    }

    void failed(SourceImport of, String problem, Actor actor) {
        end(of, ImportOutcome.FAILED, problem, actor);
    }

    private void end(SourceImport of, ImportOutcome outcome, @Nullable String problem, Actor actor) {
        boolean ended = Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!repository.end(of.id(), outcome, problem, clock.instant())) {
                return false;
            }
            ImportCounts counts = of.counts();
            Act act = Act.of(ImportHistory.ACT, "import", of.id().toString())
                    .after("source", of.source().word())
                    .after("outcome", outcome.word())
                    .after("document", of.sha256())
                    .after("told", Long.toString(counts.told()))
                    .after("new", Long.toString(counts.created()))
                    .after("revised", Long.toString(counts.revised()))
                    .after("retired", Long.toString(counts.retired()))
                    .after("unread", Long.toString(counts.unread()));
            if (of.source().givesRecords() && counts.changedSomething()) {
                audit.record(actor, act, history.manifest(of.id()));
            } else {
                audit.record(actor, act);
            }
            return true;
        }));
        if (ended) {
            count(of, outcome);
        }
    }

    private void count(SourceImport of, ImportOutcome outcome) {
        imports(of.source(), outcome).increment();
        unread(of.source()).increment((double) of.counts().unread());
    }

    private Counter imports(Source source, ImportOutcome outcome) {
        return Counter.builder("ward.source.imports")
                .description("Imports that ended on this server, by source and outcome.")
                .tags("source", source.word(), "outcome", outcome.word())
                .register(meters);
    }

    private Counter unread(Source source) {
        return Counter.builder("ward.source.unread.parts")
                .description("Parts of documents that could not be read, by source.")
                .tags("source", source.word())
                .register(meters);
    }

    /// The number of the newest change set; 0 before the first.
    long newestChangeSet() {
        return jdbc.sql("SELECT coalesce(max(change_set), 0) FROM advisory.change_set")
                .query(Long.class)
                .single();
    }
}

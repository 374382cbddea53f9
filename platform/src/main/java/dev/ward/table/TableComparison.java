package dev.ward.table;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.database.CopyRows;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.job.JobRun;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the rows of a file, compares them all at once with what is known, and takes what is new where
/// that was ordered.
@Component
public class TableComparison {

    private final TableReading reading;
    private final AuditTrail audit;
    private final Mandate mandate;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TableComparison(
            TableReading reading, AuditTrail audit, Mandate mandate, TransactionTemplate transactions, Clock clock) {
        this.reading = reading;
        this.audit = audit;
        this.mandate = mandate;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What is peculiar to the files of one kind.
    ///
    /// @param called      for people: "import of past decisions"
    /// @param subject     of the act that takes rows, `past-import`
    /// @param permission  to take rows
    /// @param compared    what only the comparison tells
    /// @param taken       the rows that were taken
    public record Kind<R extends Enum<R> & RowRule, F extends Enum<F> & TableField>(
            String called,
            String subject,
            Permission permission,
            TableFiles<?> files,
            RowNotes<R> notes,
            ComparedRows<R, F> rows,
            List<Compared<R, F>> compared,
            TakenRows taken,
            TableReading.Most most) {

        public Kind {
            compared = List.copyOf(compared);
        }

        /// Forgets what was read of a file before.
        public void clear(UUID importId) {
            rows.clear();
            notes.clear(importId);
        }
    }

    /// A row in our words.
    public interface Line {

        /// Puts it into the table in which it waits.
        void addTo(CopyRows rows);

        boolean isRefused();
    }

    /// Reads rows in our words.
    public interface Lines {

        /// @return null for a row that is broken, so that no cell of it can be trusted
        @Nullable
        Line read(Row row);
    }

    /// Begins to read the rows of a file.
    public interface Reading<R extends Enum<R> & RowRule> {
        Lines of(List<String> headings, Consumer<RowNote<R>> notes);
    }

    /// What was read of a file.
    ///
    /// @param older   that others of the same file say otherwise
    /// @param warned  warnings
    public record Read(long rows, long refused, long older, long warned) {}

    /// Brings the rows of a file to where they are compared.
    ///
    /// @param waiting  an empty stretch of the table in which they wait
    public <R extends Enum<R> & RowRule, F extends Enum<F> & TableField> Read read(
            Kind<R, F> kind, TableImport of, Supplier<CopyRows> waiting, Reading<R> lines, JobRun run) {
        Staging<R> staging = new Staging<>(kind, of.file().id(), waiting, lines);
        long rows = reading.read(of, kind.most(), staging, run);
        return new Read(rows, rows - staging.staged, 0, staging.notes.warned());
    }

    /// Compares what was read with what is known, and takes what is new where that was ordered.
    ///
    /// @param read  whatever brought the rows to where they are compared
    /// @param told  adds to the act how the file was read
    public <R extends Enum<R> & RowRule, F extends Enum<F> & TableField> void compare(
            Kind<R, F> kind, TableImport of, Read read, UnaryOperator<Act> told, JobRun run) {
        boolean applies = of.state() == ImportState.APPLYING;
        run.step(applies ? "applies it" : "compares it with what is known");
        UUID id = of.file().id();
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            kind.rows().decide(Reader.machine(kind.called()), of.received());
            Map<String, Long> works = kind.rows().works();
            note(kind, of, works);
            RowCounts counts = counts(kind, read, works);
            kind.files().counted(id, counts);
            if (applies) {
                mandate.confirm(run.actor(), kind.permission());
                apply(kind, of, counts, told, run);
            } else {
                kind.files().end(id, ImportState.CHECKED, null, clock.instant());
            }
        });
    }

    private static <R extends Enum<R> & RowRule, F extends Enum<F> & TableField> void note(
            Kind<R, F> kind, TableImport of, Map<String, Long> works) {
        ColumnMapping<?> mapping = of.mapping();
        for (Compared<R, F> one : kind.compared()) {
            if (works.containsKey(one.rule().word()) || works.containsKey(ComparedRows.also(one.rule()))) {
                String column = mapping == null ? null : mapping.columns().get(one.field());
                kind.rows()
                        .note(of.file().id(), one, column == null ? one.field().title() : column);
            }
        }
    }

    private static <R extends Enum<R> & RowRule, F extends Enum<F> & TableField> RowCounts counts(
            Kind<R, F> kind, Read read, Map<String, Long> works) {
        long refused = read.refused();
        long warned = read.warned();
        for (Compared<R, F> one : kind.compared()) {
            long count = works.getOrDefault(one.rule().word(), 0L);
            refused += one.rule().refuses() ? count : 0;
            warned += one.rule().refuses() ? 0 : count;
        }
        return new RowCounts(
                read.rows(),
                works.getOrDefault("new", 0L),
                works.getOrDefault("changed", 0L),
                works.getOrDefault("unchanged", 0L) + works.getOrDefault("same-row", 0L),
                works.getOrDefault("older", 0L) + read.older(),
                refused,
                warned);
    }

    private void apply(Kind<?, ?> kind, TableImport of, RowCounts counts, UnaryOperator<Act> told, JobRun run) {
        UUID id = of.file().id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (counts.changeSomething()) {
            kind.rows().apply(id, now);
        }
        kind.files().end(id, ImportState.APPLIED, null, clock.instant());
        Act act = told.apply(Act.of(kind.taken().what(), kind.subject(), id.toString()))
                .after("document", of.sha256());
        for (Map.Entry<String, String> count : counts.figures().entrySet()) {
            act = act.after(count.getKey(), count.getValue());
        }
        audit.record(run.actor(), act, kind.taken().manifest(id, now));
    }

    /// The rows of a file on their way to where they are compared.
    private static final class Staging<R extends Enum<R> & RowRule> implements TableReading.Staging, TableReading.Rows {

        private final Kind<R, ?> kind;
        private final UUID importId;
        private final NoteTaker<R> notes;
        private final Supplier<CopyRows> waiting;
        private final Reading<R> reading;
        private Lines lines = _ -> null;
        private CopyRows rows;
        /// Rows of which the others are refused.
        private long staged;

        private Staging(Kind<R, ?> kind, UUID importId, Supplier<CopyRows> waiting, Reading<R> reading) {
            this.kind = kind;
            this.importId = importId;
            this.notes = kind.notes().taker(importId);
            this.waiting = waiting;
            this.reading = reading;
            this.rows = waiting.get();
        }

        @Override
        public void clear() {
            kind.clear(importId);
        }

        @Override
        public TableReading.Rows rows(List<String> headings) {
            lines = reading.of(headings, notes);
            return this;
        }

        @Override
        public void take(Row row) {
            Line line = lines.read(row);
            if (line != null) {
                line.addTo(rows);
                staged += line.isRefused() ? 0 : 1;
            }
        }

        @Override
        public List<CopyRows> batch() {
            List<CopyRows> batch = List.of(rows, notes.take());
            rows = waiting.get();
            return batch;
        }

        @Override
        public void analyze() {
            kind.rows().analyze();
        }
    }
}

package dev.ward.assessment.past;

import dev.ward.assessment.VexId;
import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.database.CopyRows;
import dev.ward.database.SessionLock;
import dev.ward.database.WritingAhead;
import dev.ward.document.Documents;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.job.JobPostponed;
import dev.ward.job.JobProblem;
import dev.ward.job.JobRun;
import dev.ward.job.JobWork;
import dev.ward.job.ProgressInput;
import dev.ward.table.ImportState;
import dev.ward.table.Row;
import dev.ward.table.Table;
import dev.ward.table.Tables;
import dev.ward.table.UnreadableTable;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads a file of past decisions, tells what is new in it, and takes it. It may be broken off anywhere and run again:
/// until its last step, which is one transaction, nothing of it is seen but its report.
@Component
class PastImportWork implements JobWork {

    static final String KIND = "assessment.past-import";
    static final String IMPORT = "import";

    private static final int BATCH = 10_000;

    private final PastImportRepository imports;
    private final PastSteps steps;
    private final PastVexSteps vex;
    private final Documents documents;
    private final AuditTrail audit;
    private final Mandate mandate;
    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final long mostRows;

    PastImportWork(
            PastImportRepository imports,
            PastSteps steps,
            PastVexSteps vex,
            Documents documents,
            AuditTrail audit,
            Mandate mandate,
            DataSource dataSource,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${ward.past-import-rows:1000000}") long mostRows) {
        this.imports = imports;
        this.steps = steps;
        this.vex = vex;
        this.documents = documents;
        this.audit = audit;
        this.mandate = mandate;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.clock = clock;
        this.mostRows = mostRows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// They would wait for each other all the same.
    @Override
    public int most() {
        return 1;
    }

    @Override
    public Map<String, String> run(JobRun run) throws SQLException {
        UUID id = importOf(run);
        if (imports.find(id).orElseThrow().state().moves()) {
            try (SessionLock lock = SessionLock.on(dataSource, KIND)) {
                if (!lock.take()) {
                    throw new JobPostponed("waits for another import of past decisions");
                }
                work(imports.find(id).orElseThrow(), run);
            }
        }
        return result(imports.find(id).orElseThrow());
    }

    private void work(PastImport of, JobRun run) {
        run.step("reads the file");
        Read read = of.vex() == null ? read(of, run) : laid(of, of.vex(), run);
        run.step(of.state() == ImportState.APPLYING ? "applies it" : "compares it with what is known");
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            Map<String, Long> works = steps.decide(Reader.machine("import of past decisions"), of.received());
            note(of, works);
            PastImport.Counts counts = counts(read, works);
            imports.counted(of.id(), counts);
            if (of.state() == ImportState.APPLYING) {
                mandate.confirm(run.actor(), Permission.ASSESSMENT_WRITE);
                apply(of, counts, run);
            } else {
                imports.end(of.id(), ImportState.CHECKED, null, clock.instant());
            }
        });
    }

    /// @param outdone  rows that are taken back by others of the same document
    private record Read(long rows, long refused, long outdone, long warned) {}

    private Read laid(PastImport of, VexId document, JobRun run) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            run.confirm();
            steps.clear();
            imports.clearNotes(of.id());
            PastVexSteps.Laid laid =
                    vex.stage(of.id(), document, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), mostRows + 1);
            refuseTooMany(Math.max(laid.met(), laid.all()));
            steps.analyze();
            return new Read(laid.all(), laid.refused(), laid.outdone(), laid.outdone());
        }));
    }

    private Read read(PastImport of, JobRun run) {
        try {
            return stage(of, run);
        } catch (UnreadableTable e) {
            throw new JobProblem(e.forPeople() + " Nothing of the file was applied.");
        } catch (IOException e) {
            throw new JobProblem("The file is damaged: it cannot be read to its end. Nothing of it was applied.");
        }
    }

    private Read stage(PastImport of, JobRun run) throws IOException, UnreadableTable {
        PastMapping mapping = Objects.requireNonNull(of.mapping());
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            steps.clear();
            imports.clearNotes(of.id());
        });
        PastNotes notes = new PastNotes(of.id());
        long read = 0;
        long staged = 0;
        try (WritingAhead<List<CopyRows>> ahead = new WritingAhead<>(tables -> send(tables, run));
                Table table =
                        Tables.open(new ProgressInput(documents.open(of.sha256()), of.size(), run), mapping.table())) {
            PastLineReader lines = new PastLineReader(mapping, table.headings(), clock.instant(), notes);
            CopyRows rows = new CopyRows(PastLine.TABLE, PastLine.COLUMNS);
            for (Row row = table.next(); row != null; row = table.next()) {
                read++;
                refuseTooMany(read);
                PastLine line = lines.read(row);
                if (line != null) {
                    line.addTo(rows);
                    staged++;
                }
                if (read % BATCH == 0) {
                    ahead.accept(List.of(rows, notes.take()));
                    rows = new CopyRows(PastLine.TABLE, PastLine.COLUMNS);
                }
            }
            ahead.accept(List.of(rows, notes.take()));
            ahead.finish();
        }
        transactions.executeWithoutResult(_ -> steps.analyze());
        return new Read(read, read - staged, 0, notes.warned());
    }

    private void send(List<CopyRows> tables, JobRun run) {
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            steps.send(tables);
        });
    }

    private void refuseTooMany(long read) {
        if (read > mostRows) {
            throw new JobProblem(
                    "The file has more than %,d rows, which is the most that is taken (WARD_PAST_IMPORT_ROWS). Divide it. Nothing of it was applied."
                            .formatted(mostRows));
        }
    }

    private void note(PastImport of, Map<String, Long> works) {
        for (Compared one : Compared.values()) {
            if (works.containsKey(one.rule.word())) {
                PastMapping mapping = of.mapping();
                String heading = mapping == null
                        ? one.field.title()
                        : mapping.columns().getOrDefault(one.field, one.field.title());
                steps.note(of.id(), one.rule, one.field, heading, one.reason);
            }
        }
    }

    /// What only a comparison with all other rows and with the registry tells.
    private enum Compared {
        PRODUCT(PastRule.UNKNOWN_PRODUCT, PastField.PRODUCT, "Ward has no product of this name"),
        RELEASE(PastRule.UNKNOWN_RELEASE, PastField.RELEASE, "the product has no release of this version"),
        MODELS(PastRule.AMBIGUOUS_RELEASE, PastField.RELEASE, "several models have a release of this version"),
        VULNERABILITY(
                PastRule.UNKNOWN_VULNERABILITY,
                PastField.VULNERABILITY,
                "no source knows a vulnerability of this name"),
        CONTRADICTION(
                PastRule.ROWS_CONTRADICT,
                PastField.VULNERABILITY,
                "another row says otherwise of it in the same release and component"),
        REPEATED(PastRule.SAME_ROW, PastField.VULNERABILITY, "another row says the same"),
        OLDER(PastRule.OLDER, PastField.VULNERABILITY, "a later file, or a corrected row, says otherwise");

        private final PastRule rule;
        private final PastField field;
        private final String reason;

        Compared(PastRule rule, PastField field, String reason) {
            this.rule = rule;
            this.field = field;
            this.reason = reason;
        }
    }

    private static PastImport.Counts counts(Read read, Map<String, Long> works) {
        long refused = read.refused();
        long warned = read.warned();
        for (Compared one : Compared.values()) {
            long count = works.getOrDefault(one.rule.word(), 0L);
            refused += one.rule.refuses() ? count : 0;
            warned += one.rule.refuses() ? 0 : count;
        }
        return new PastImport.Counts(
                read.rows(),
                works.getOrDefault("new", 0L),
                works.getOrDefault("changed", 0L),
                works.getOrDefault("unchanged", 0L) + works.getOrDefault(PastRule.SAME_ROW.word(), 0L),
                works.getOrDefault(PastRule.OLDER.word(), 0L) + read.outdone(),
                refused,
                warned);
    }

    private void apply(PastImport of, PastImport.Counts counts, JobRun run) {
        if (counts.changeSomething()) {
            steps.apply(of.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        imports.end(of.id(), ImportState.APPLIED, null, clock.instant());
        Act act = Act.of("past-decisions.imported", "past-import", of.id().toString())
                .after("document", of.sha256());
        for (Map.Entry<String, String> count : figures(counts).entrySet()) {
            act = act.after(count.getKey(), count.getValue());
        }
        audit.record(run.actor(), act);
    }

    @Override
    public void failed(JobRun run, String problem) {
        PastImport of = imports.find(importOf(run)).orElseThrow();
        if (of.state().moves()) {
            imports.end(of.id(), ImportState.FAILED, problem, clock.instant());
        }
    }

    private static UUID importOf(JobRun run) {
        return UUID.fromString(run.payload().getOrDefault(IMPORT, ""));
    }

    private static Map<String, String> figures(PastImport.Counts counts) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("read", Long.toString(counts.read()));
        figures.put("new", Long.toString(counts.created()));
        figures.put("changed", Long.toString(counts.changed()));
        figures.put("unchanged", Long.toString(counts.unchanged()));
        figures.put("older", Long.toString(counts.older()));
        figures.put("refused", Long.toString(counts.refused()));
        return figures;
    }

    private static Map<String, String> result(PastImport of) {
        Map<String, String> result = new LinkedHashMap<>();
        result.put("import", of.id().toString());
        result.put("outcome", of.state().word());
        result.putAll(figures(of.counts()));
        return result;
    }
}

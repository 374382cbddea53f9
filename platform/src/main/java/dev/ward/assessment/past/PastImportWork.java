package dev.ward.assessment.past;

import dev.ward.assessment.PastHistory;
import dev.ward.assessment.VexId;
import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.database.CopyRows;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.job.JobRun;
import dev.ward.table.ImportState;
import dev.ward.table.NoteTaker;
import dev.ward.table.Row;
import dev.ward.table.TableReading;
import dev.ward.table.TableWork;
import dev.ward.table.UsedMapping;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Reads a table of past decisions, or lays a VEX document of our own at its releases, tells what is new in it, and
/// takes it.
@Component
class PastImportWork extends TableWork<PastImport> {

    static final String KIND = "assessment.past-import";

    private final PastImportRepository imports;
    private final PastSteps steps;
    private final PastVexSteps vex;
    private final TableReading reading;
    private final PastHistory history;
    private final AuditTrail audit;
    private final Mandate mandate;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;
    private final TableReading.Most most;

    PastImportWork(
            PastImportRepository imports,
            PastSteps steps,
            PastVexSteps vex,
            TableReading reading,
            PastHistory history,
            AuditTrail audit,
            Mandate mandate,
            DataSource dataSource,
            TransactionTemplate transactions,
            JsonMapper json,
            Clock clock,
            @Value("${ward.past-import-rows:1000000}") long mostRows) {
        super(KIND, "import of past decisions", imports.files(), dataSource, clock);
        this.imports = imports;
        this.steps = steps;
        this.vex = vex;
        this.reading = reading;
        this.history = history;
        this.audit = audit;
        this.mandate = mandate;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.most = new TableReading.Most(mostRows, "WARD_PAST_IMPORT_ROWS");
    }

    @Override
    protected void work(PastImport of, JobRun run) {
        run.step("reads the file");
        Read read = of.vex() == null ? read(of, run) : laid(of, of.vex(), run);
        run.step(of.state() == ImportState.APPLYING ? "applies it" : "compares it with what is known");
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            Map<String, Long> works = steps.decide(Reader.machine("import of past decisions"), of.received());
            note(of, works);
            PastImport.Counts counts = counts(read, works);
            imports.files().counted(of.id(), counts);
            if (of.state() == ImportState.APPLYING) {
                mandate.confirm(run.actor(), Permission.ASSESSMENT_WRITE);
                apply(of, counts, run);
            } else {
                imports.files().end(of.id(), ImportState.CHECKED, null, clock.instant());
            }
        });
    }

    /// @param outdone  that are taken back by others of the same document
    private record Read(long rows, long refused, long outdone, long warned) {}

    private Read read(PastImport of, JobRun run) {
        Staging staging = new Staging(of);
        long rows = reading.read(of, most, staging, run);
        return new Read(rows, rows - staging.staged, 0, staging.notes.warned());
    }

    private Read laid(PastImport of, VexId document, JobRun run) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            run.confirm();
            clear(of);
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            PastVexSteps.Laid laid = vex.stage(of.id(), document, today, most.rows() + 1);
            most.confirm(Math.max(laid.met(), laid.all()));
            steps.analyze();
            return new Read(laid.all(), laid.refused(), laid.outdone(), laid.outdone());
        }));
    }

    private void clear(PastImport of) {
        steps.clear();
        imports.notes().clear(of.id());
    }

    /// The rows of a file on their way to where they are compared.
    private final class Staging implements TableReading.Staging, TableReading.Rows {

        private final PastImport of;
        private final NoteTaker<PastRule> notes;
        private @Nullable PastLineReader lines;
        private CopyRows rows = PastLine.rows();
        /// Rows of which the others are refused.
        private long staged;

        private Staging(PastImport of) {
            this.of = of;
            this.notes = imports.notes().taker(of.id());
        }

        @Override
        public void clear() {
            PastImportWork.this.clear(of);
        }

        @Override
        public TableReading.Rows rows(List<String> headings) {
            lines = new PastLineReader(Objects.requireNonNull(of.mapping()), headings, clock.instant(), notes);
            return this;
        }

        @Override
        public void take(Row row) {
            PastLine line = Objects.requireNonNull(lines).read(row);
            if (line != null) {
                line.addTo(rows);
                staged += line.isRefused() ? 0 : 1;
            }
        }

        @Override
        public List<CopyRows> batch() {
            List<CopyRows> batch = List.of(rows, notes.take());
            rows = PastLine.rows();
            return batch;
        }

        @Override
        public void analyze() {
            steps.analyze();
        }
    }

    private void note(PastImport of, Map<String, Long> works) {
        Map<PastField, String> columns =
                of.mapping() == null ? Map.of() : of.mapping().columns();
        for (Compared one : Compared.values()) {
            if (works.containsKey(one.rule.word()) || works.containsKey(PastSteps.also(one.rule))) {
                String heading = columns.getOrDefault(one.field, one.field.title());
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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (counts.changeSomething()) {
            steps.apply(of.id(), now);
        }
        imports.files().end(of.id(), ImportState.APPLIED, null, clock.instant());
        Act act = known(Act.of(PastHistory.WHAT, "past-import", of.id().toString()), of)
                .after("document", of.sha256());
        for (Map.Entry<String, String> count : counts.figures().entrySet()) {
            act = act.after(count.getKey(), count.getValue());
        }
        audit.record(run.actor(), act, history.manifest(of.id(), now));
    }

    /// With how the file was read, or which document it is.
    private Act known(Act act, PastImport of) {
        Act named = of.vex() == null ? act : act.after("vex", of.vex().toString());
        return of.mapping() == null ? named : mapped(named, of.mapping());
    }

    /// Who decided all of its rows is a person: that stands apart, and can
    /// be erased.
    private Act mapped(Act act, PastMapping mapping) {
        String decidedBy = mapping.constants().get(PastField.DECIDED_BY);
        Map<PastField, String> constants = new EnumMap<>(PastField.class);
        constants.putAll(mapping.constants());
        constants.remove(PastField.DECIDED_BY);
        PastMapping others =
                new PastMapping(mapping.columns(), constants, mapping.words(), mapping.dates(), mapping.table());
        Act mapped = UsedMapping.on(act, json.writeValueAsString(PastMappingBody.of(others)));
        return decidedBy == null ? mapped : mapped.after("decidedBy", decidedBy).personal("decidedBy");
    }

    @Override
    protected Map<String, String> result(PastImport of) {
        Map<String, String> result = new LinkedHashMap<>();
        result.put("import", of.id().toString());
        result.put("outcome", of.state().word());
        result.putAll(of.counts().figures());
        return result;
    }
}

package dev.ward.correction.past;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.correction.CorrectionHistory;
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

/// Reads a table of past corrections, tells what is new in it, and takes it.
@Component
class CorrectionImportWork extends TableWork<CorrectionImport> {

    static final String KIND = "correction.past-import";

    private final CorrectionImportRepository imports;
    private final CorrectionSteps steps;
    private final TableReading reading;
    private final CorrectionHistory history;
    private final AuditTrail audit;
    private final Mandate mandate;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;
    private final TableReading.Most most;

    CorrectionImportWork(
            CorrectionImportRepository imports,
            CorrectionSteps steps,
            TableReading reading,
            CorrectionHistory history,
            AuditTrail audit,
            Mandate mandate,
            DataSource dataSource,
            TransactionTemplate transactions,
            JsonMapper json,
            Clock clock,
            @Value("${ward.past-import-rows:1000000}") long mostRows) {
        super(KIND, "import of past corrections", imports.files(), dataSource, clock);
        this.imports = imports;
        this.steps = steps;
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
    protected void work(CorrectionImport of, JobRun run) {
        run.step("reads the file");
        Staging staging = new Staging(of);
        long rows = reading.read(of, most, staging, run);
        run.step(of.state() == ImportState.APPLYING ? "applies it" : "compares it with what is known");
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            Map<String, Long> works = steps.decide(Reader.machine("import of past corrections"), of.received());
            note(of, works);
            CorrectionImport.Counts counts = counts(rows, rows - staging.staged, staging.notes.warned(), works);
            imports.files().counted(of.id(), counts);
            if (of.state() == ImportState.APPLYING) {
                mandate.confirm(run.actor(), Permission.OBLIGATION_WRITE);
                apply(of, counts, run);
            } else {
                imports.files().end(of.id(), ImportState.CHECKED, null, clock.instant());
            }
        });
    }

    /// The rows of a file on their way to where they are compared.
    private final class Staging implements TableReading.Staging, TableReading.Rows {

        private final CorrectionImport of;
        private final NoteTaker<CorrectionRule> notes;
        private @Nullable CorrectionLineReader lines;
        private CopyRows rows = CorrectionLine.rows();
        /// Rows of which the others are refused.
        private long staged;

        private Staging(CorrectionImport of) {
            this.of = of;
            this.notes = imports.notes().taker(of.id());
        }

        @Override
        public void clear() {
            steps.clear();
            imports.notes().clear(of.id());
        }

        @Override
        public TableReading.Rows rows(List<String> headings) {
            lines = new CorrectionLineReader(Objects.requireNonNull(of.mapping()), headings, clock.instant(), notes);
            return this;
        }

        @Override
        public void take(Row row) {
            CorrectionLine line = Objects.requireNonNull(lines).read(row);
            if (line != null) {
                line.addTo(rows);
                staged += line.isRefused() ? 0 : 1;
            }
        }

        @Override
        public List<CopyRows> batch() {
            List<CopyRows> batch = List.of(rows, notes.take());
            rows = CorrectionLine.rows();
            return batch;
        }

        @Override
        public void analyze() {
            steps.analyze();
        }
    }

    private void note(CorrectionImport of, Map<String, Long> works) {
        Map<CorrectionField, String> columns =
                of.mapping() == null ? Map.of() : of.mapping().columns();
        for (Compared one : Compared.values()) {
            if (works.containsKey(one.rule.word()) || works.containsKey(CorrectionSteps.also(one.rule))) {
                String heading = columns.getOrDefault(one.field, one.field.title());
                steps.note(of.id(), one.rule, one.field, heading, one.reason);
            }
        }
    }

    /// What only a comparison with all other rows and with the registry tells.
    private enum Compared {
        PRODUCT(CorrectionRule.UNKNOWN_PRODUCT, CorrectionField.PRODUCT, "Ward has no product of this name"),
        CONTRADICTION(
                CorrectionRule.ROWS_CONTRADICT,
                CorrectionField.WHAT,
                "another row says otherwise of it on the same day and product"),
        REPEATED(CorrectionRule.SAME_ROW, CorrectionField.WHAT, "another row says the same"),
        OLDER(CorrectionRule.OLDER, CorrectionField.WHAT, "a later file, or a corrected row, says otherwise");

        private final CorrectionRule rule;
        private final CorrectionField field;
        private final String reason;

        Compared(CorrectionRule rule, CorrectionField field, String reason) {
            this.rule = rule;
            this.field = field;
            this.reason = reason;
        }
    }

    private static CorrectionImport.Counts counts(long rows, long unread, long told, Map<String, Long> works) {
        long refused = unread;
        long warned = told;
        for (Compared one : Compared.values()) {
            long count = works.getOrDefault(one.rule.word(), 0L);
            refused += one.rule.refuses() ? count : 0;
            warned += one.rule.refuses() ? 0 : count;
        }
        return new CorrectionImport.Counts(
                rows,
                works.getOrDefault("new", 0L),
                works.getOrDefault("changed", 0L),
                works.getOrDefault("unchanged", 0L) + works.getOrDefault(CorrectionRule.SAME_ROW.word(), 0L),
                works.getOrDefault(CorrectionRule.OLDER.word(), 0L),
                refused,
                warned);
    }

    private void apply(CorrectionImport of, CorrectionImport.Counts counts, JobRun run) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (counts.changeSomething()) {
            steps.apply(of.id(), now);
        }
        imports.files().end(of.id(), ImportState.APPLIED, null, clock.instant());
        Act act = Act.of(
                        CorrectionHistory.WHAT,
                        "past-correction-import",
                        of.id().toString())
                .after("document", of.sha256());
        act = of.mapping() == null ? act : mapped(act, of.mapping());
        for (Map.Entry<String, String> count : counts.figures().entrySet()) {
            act = act.after(count.getKey(), count.getValue());
        }
        audit.record(run.actor(), act, history.manifest(of.id(), now));
    }

    /// Who decided all of its rows is a person: that stands apart, and can be erased.
    private Act mapped(Act act, CorrectionMapping mapping) {
        String decidedBy = mapping.constants().get(CorrectionField.DECIDED_BY);
        Map<CorrectionField, String> constants = new EnumMap<>(CorrectionField.class);
        constants.putAll(mapping.constants());
        constants.remove(CorrectionField.DECIDED_BY);
        CorrectionMapping others =
                new CorrectionMapping(mapping.columns(), constants, mapping.dates(), mapping.table());
        Act mapped = UsedMapping.on(act, json.writeValueAsString(CorrectionMappingBody.of(others)));
        return decidedBy == null ? mapped : mapped.after("decidedBy", decidedBy).personal("decidedBy");
    }

    @Override
    protected Map<String, String> result(CorrectionImport of) {
        Map<String, String> result = new LinkedHashMap<>();
        result.put("import", of.id().toString());
        result.put("outcome", of.state().word());
        result.putAll(of.counts().figures());
        return result;
    }
}

package dev.ward.correction.past;

import dev.ward.audit.Act;
import dev.ward.correction.CorrectionHistory;
import dev.ward.identity.Permission;
import dev.ward.job.JobRun;
import dev.ward.table.Compared;
import dev.ward.table.TableComparison;
import dev.ward.table.TableReading;
import dev.ward.table.TableWork;
import dev.ward.table.UsedMapping;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads a table of past corrections, tells what is new in it, and takes it.
@Component
class CorrectionImportWork extends TableWork<CorrectionImport> {

    static final String KIND = "correction.past-import";

    private static final String CALLED = "import of past corrections";

    private static final List<Compared<CorrectionRule, CorrectionField>> COMPARED = List.of(
            new Compared<>(CorrectionRule.UNKNOWN_PRODUCT, CorrectionField.PRODUCT, "Ward has no product of this name"),
            new Compared<>(
                    CorrectionRule.ROWS_CONTRADICT,
                    CorrectionField.WHAT,
                    "another row says otherwise of it on the same day and product"),
            new Compared<>(CorrectionRule.SAME_ROW, CorrectionField.WHAT, "another row says the same"),
            new Compared<>(
                    CorrectionRule.OLDER, CorrectionField.WHAT, "a later file, or a corrected row, says otherwise"));

    private final TableComparison comparison;
    private final TableComparison.Kind<CorrectionRule, CorrectionField> kind;
    private final JsonMapper json;
    private final Clock clock;

    CorrectionImportWork(
            CorrectionImportRepository imports,
            CorrectionSteps steps,
            CorrectionHistory history,
            TableComparison comparison,
            DataSource dataSource,
            JsonMapper json,
            Clock clock,
            @Value("${ward.past-import-rows:1000000}") long mostRows) {
        super(KIND, CALLED, imports.files(), dataSource, clock);
        this.comparison = comparison;
        this.kind = new TableComparison.Kind<>(
                CALLED,
                "past-correction-import",
                Permission.OBLIGATION_WRITE,
                imports.files(),
                imports.notes(),
                steps,
                COMPARED,
                history,
                new TableReading.Most(mostRows, "WARD_PAST_IMPORT_ROWS"));
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected void work(CorrectionImport of, JobRun run) {
        run.step("reads the file");
        TableComparison.Read read = comparison.read(
                kind,
                of,
                CorrectionLine::rows,
                (headings, notes) -> new CorrectionLineReader(
                        Objects.requireNonNull(of.mapping()), headings, clock.instant(), notes),
                run);
        comparison.compare(kind, of, read, act -> of.mapping() == null ? act : mapped(act, of.mapping()), run);
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
}

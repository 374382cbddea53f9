package dev.ward.assessment.past;

import dev.ward.assessment.PastHistory;
import dev.ward.assessment.VexId;
import dev.ward.audit.Act;
import dev.ward.identity.Permission;
import dev.ward.job.JobRun;
import dev.ward.table.Compared;
import dev.ward.table.TableComparison;
import dev.ward.table.TableReading;
import dev.ward.table.TableWork;
import dev.ward.table.UsedMapping;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Reads a table of past decisions, or lays a VEX document of our own at its releases, tells what is new in it, and
/// takes it.
@Component
class PastImportWork extends TableWork<PastImport> {

    static final String KIND = "assessment.past-import";

    private static final String CALLED = "import of past decisions";

    private static final List<Compared<PastRule, PastField>> COMPARED = List.of(
            new Compared<>(PastRule.UNKNOWN_PRODUCT, PastField.PRODUCT, "Ward has no product of this name"),
            new Compared<>(PastRule.UNKNOWN_RELEASE, PastField.RELEASE, "the product has no release of this version"),
            new Compared<>(
                    PastRule.AMBIGUOUS_RELEASE, PastField.RELEASE, "several models have a release of this version"),
            new Compared<>(
                    PastRule.UNKNOWN_VULNERABILITY,
                    PastField.VULNERABILITY,
                    "no source knows a vulnerability of this name"),
            new Compared<>(
                    PastRule.ROWS_CONTRADICT,
                    PastField.VULNERABILITY,
                    "another row says otherwise of it in the same release and component"),
            new Compared<>(PastRule.SAME_ROW, PastField.VULNERABILITY, "another row says the same"),
            new Compared<>(
                    PastRule.OLDER, PastField.VULNERABILITY, "a later file, or a corrected row, says otherwise"));

    private final PastSteps steps;
    private final PastVexSteps vex;
    private final TableComparison comparison;
    private final TableComparison.Kind<PastRule, PastField> kind;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;

    PastImportWork(
            PastImportRepository imports,
            PastSteps steps,
            PastVexSteps vex,
            PastHistory history,
            TableComparison comparison,
            DataSource dataSource,
            TransactionTemplate transactions,
            JsonMapper json,
            Clock clock,
            @Value("${ward.past-import-rows:1000000}") long mostRows) {
        super(KIND, CALLED, imports.files(), dataSource, clock);
        this.steps = steps;
        this.vex = vex;
        this.comparison = comparison;
        this.kind = new TableComparison.Kind<>(
                CALLED,
                "past-import",
                Permission.ASSESSMENT_WRITE,
                imports.files(),
                imports.notes(),
                steps,
                COMPARED,
                history,
                new TableReading.Most(mostRows, "WARD_PAST_IMPORT_ROWS"));
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected void work(PastImport of, JobRun run) {
        run.step("reads the file");
        TableComparison.Read read = of.vex() == null ? read(of, run) : laid(of, of.vex(), run);
        comparison.compare(kind, of, read, act -> known(act, of), run);
    }

    private TableComparison.Read read(PastImport of, JobRun run) {
        return comparison.read(
                kind,
                of,
                PastLine::rows,
                (headings, notes) ->
                        new PastLineReader(Objects.requireNonNull(of.mapping()), headings, clock.instant(), notes),
                run);
    }

    private TableComparison.Read laid(PastImport of, VexId document, JobRun run) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            run.confirm();
            kind.clear(of.id());
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            PastVexSteps.Laid laid =
                    vex.stage(of.id(), document, today, kind.most().rows() + 1);
            kind.most().confirm(Math.max(laid.met(), laid.all()));
            steps.analyze();
            return new TableComparison.Read(laid.all(), laid.refused(), laid.outdone(), laid.outdone());
        }));
    }

    /// With how the file was read, or which document it is.
    private Act known(Act act, PastImport of) {
        Act named = of.vex() == null ? act : act.after("vex", of.vex().toString());
        return of.mapping() == null ? named : mapped(named, of.mapping());
    }

    /// Who decided all of its rows is a person: that stands apart, and can be erased.
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
}

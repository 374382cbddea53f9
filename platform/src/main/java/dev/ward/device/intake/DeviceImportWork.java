package dev.ward.device.intake;

import dev.ward.database.CopyRows;
import dev.ward.identity.Reader;
import dev.ward.job.JobRun;
import dev.ward.table.ImportState;
import dev.ward.table.NoteTaker;
import dev.ward.table.Row;
import dev.ward.table.TableReading;
import dev.ward.table.TableWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads a file of devices, tells what it would change, and changes it.
@Component
class DeviceImportWork extends TableWork<DeviceImport> {

    static final String KIND = "device.import";

    private final DeviceImportRepository imports;
    private final TableReading reading;
    private final DecideSteps decisions;
    private final ImportApplication application;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final TableReading.Most most;

    DeviceImportWork(
            DeviceImportRepository imports,
            TableReading reading,
            DecideSteps decisions,
            ImportApplication application,
            JdbcClient jdbc,
            DataSource dataSource,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${ward.device-import-rows:10000000}") long mostRows) {
        super(KIND, "import of devices", imports.files(), dataSource, clock);
        this.imports = imports;
        this.reading = reading;
        this.decisions = decisions;
        this.application = application;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.most = new TableReading.Most(mostRows, "WARD_DEVICE_IMPORT_ROWS");
    }

    /// What was read.
    ///
    /// @param read    rows in all
    /// @param staged  of which the others are refused
    record Result(long read, long staged, Additions additions, Map<Rule, Long> rules) {}

    @Override
    protected void work(DeviceImport of, JobRun run) {
        run.step("reads the file");
        Staging staging = new Staging(of);
        long rows = reading.read(of, most, staging, run);
        Result read = new Result(rows, staging.staged, staging.additions, staging.notes.counts());
        run.step("compares it with what is known");
        Decided decided = Objects.requireNonNull(transactions.execute(_ -> {
            run.confirm();
            long seen = application.newestChangeSet();
            return new Decided(seen, decisions.decideAnew(Stage.IMPORT, of.id().value(), feed(of)));
        }));
        if (of.state() == ImportState.APPLYING) {
            run.step("applies it");
            application.apply(of, read, decided, run);
        } else {
            transactions.executeWithoutResult(_ -> {
                run.confirm();
                application.foresee(of, read, decided.decision());
                imports.files().end(of.id().value(), ImportState.CHECKED, null, clock.instant());
            });
        }
    }

    /// @param seen  the newest change set that was looked at
    record Decided(long seen, DecideSteps.Decision decision) {}

    static UUID feed(DeviceImport of) {
        return Objects.requireNonNull(of.feed());
    }

    /// The rows of a file on their way to where they are compared; names are looked up for many rows at
    /// once.
    private final class Staging implements TableReading.Staging, TableReading.Rows {

        private final DeviceImport of;
        private final NoteTaker<Rule> notes;
        private final Additions additions = new Additions();
        private final Resolution resolution;
        private final List<Line> batch = new ArrayList<>();
        private @Nullable LineReader lines;
        private long staged;

        private Staging(DeviceImport of) {
            this.of = of;
            this.notes = imports.notes().taker(of.id().value());
            Reader reader = Reader.machine("device import");
            this.resolution = new Resolution(
                    new Catalogue(jdbc, reader), new Consignees(jdbc, reader, additions), additions, mapping(), notes);
        }

        private Mapping mapping() {
            return Objects.requireNonNull(of.mapping());
        }

        @Override
        public void clear() {
            jdbc.sql("TRUNCATE device.staged_row, device.staged_work").update();
            imports.clearNotes(of.id());
        }

        @Override
        public TableReading.Rows rows(List<String> headings) {
            lines = new LineReader(mapping(), headings, clock.instant(), notes);
            return this;
        }

        @Override
        public void take(Row row) {
            Line line = Objects.requireNonNull(lines).read(row);
            if (line != null) {
                batch.add(line);
            }
        }

        @Override
        public List<CopyRows> batch() {
            StagedRows rows = new StagedRows(Stage.IMPORT, of.asOf());
            List<Resolved> resolved = resolution.resolve(batch);
            resolved.forEach(rows::add);
            batch.clear();
            staged += resolved.size();
            return List.of(rows.rows(), notes.take());
        }

        @Override
        public void analyze() {
            jdbc.sql("SELECT device.analyze_staged()::text").query(String.class).optional();
        }
    }

    @Override
    protected Map<String, String> result(DeviceImport of) {
        ImportCounts counts = of.counts();
        Map<String, String> result = super.result(of);
        result.put("shipments", Long.toString(counts.shipments()));
        result.put("warnings", Long.toString(counts.warned()));
        return result;
    }
}

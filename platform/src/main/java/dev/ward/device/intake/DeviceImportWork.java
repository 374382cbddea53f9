package dev.ward.device.intake;

import dev.ward.database.SessionLock;
import dev.ward.job.JobPostponed;
import dev.ward.job.JobProblem;
import dev.ward.job.JobRun;
import dev.ward.job.JobWork;
import dev.ward.table.ImportState;
import dev.ward.table.UnreadableTable;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads a file of devices, tells what it would change, and changes it.
///
/// It may be broken off anywhere and run again: until its last step, which is one transaction, nobody sees what it
/// wrote
/// but in its own report and in staging tables, which a new run empties.
@Component
class DeviceImportWork implements JobWork {

    static final String KIND = "device.import";
    static final String IMPORT = "import";
    static final String APPLIES = "applies";

    private final DeviceImportRepository imports;
    private final FileReading reading;
    private final DecideSteps decisions;
    private final ImportApplication application;
    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DeviceImportWork(
            DeviceImportRepository imports,
            FileReading reading,
            DecideSteps decisions,
            ImportApplication application,
            DataSource dataSource,
            TransactionTemplate transactions,
            Clock clock) {
        this.imports = imports;
        this.reading = reading;
        this.decisions = decisions;
        this.application = application;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.clock = clock;
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
        ImportId id = importOf(run);
        if (imports.find(id).orElseThrow().state().moves()) {
            try (SessionLock lock = SessionLock.on(dataSource, KIND)) {
                if (!lock.take()) {
                    throw new JobPostponed("waits for another import of devices");
                }
                work(imports.find(id).orElseThrow(), run);
            }
        }
        return result(imports.find(id).orElseThrow());
    }

    private void work(DeviceImport of, JobRun run) {
        run.step("reads the file");
        FileReading.Result read = read(of, run);
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
                imports.end(of.id(), ImportState.CHECKED, null, null, clock.instant());
            });
        }
    }

    /// @param seen  the newest change set that was looked at
    record Decided(long seen, DecideSteps.Decision decision) {}

    private FileReading.Result read(DeviceImport of, JobRun run) {
        try {
            return reading.read(of, run);
        } catch (UnreadableTable e) {
            throw new JobProblem(e.forPeople() + " Nothing of the file was applied.");
        } catch (IOException e) {
            throw new JobProblem("The file is damaged: it cannot be read to its end. Nothing of it was applied.");
        }
    }

    static UUID feed(DeviceImport of) {
        return Objects.requireNonNull(of.feed());
    }

    @Override
    public void failed(JobRun run, String problem) {
        DeviceImport of = imports.find(importOf(run)).orElseThrow();
        if (of.state().moves()) {
            imports.end(of.id(), ImportState.FAILED, problem, null, clock.instant());
        }
    }

    private static ImportId importOf(JobRun run) {
        return new ImportId(UUID.fromString(run.payload().getOrDefault(IMPORT, "")));
    }

    private static Map<String, String> result(DeviceImport of) {
        ImportCounts counts = of.counts();
        Map<String, String> result = new LinkedHashMap<>();
        result.put("import", of.id().toString());
        result.put("outcome", of.state().word());
        result.put("read", Long.toString(counts.read()));
        result.put("new", Long.toString(counts.created()));
        result.put("changed", Long.toString(counts.changed()));
        result.put("unchanged", Long.toString(counts.unchanged()));
        result.put("older", Long.toString(counts.older()));
        result.put("refused", Long.toString(counts.refused()));
        result.put("shipments", Long.toString(counts.shipments()));
        result.put("warnings", Long.toString(counts.warned()));
        return result;
    }
}

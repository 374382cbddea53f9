package dev.ward.table;

import dev.ward.database.SessionLock;
import dev.ward.job.JobPostponed;
import dev.ward.job.JobRun;
import dev.ward.job.JobWork;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/// Works on the files of one kind, one after the other. It may be broken off anywhere and run again:
/// until its last step, which is one transaction, nobody sees what it wrote but in its own report and
/// in staging tables, which a new run empties.
public abstract class TableWork<I extends TableImport> implements JobWork {

    /// In a job's payload: the file.
    public static final String IMPORT = "import";

    private final String kind;
    private final String called;
    private final TableFiles<I> files;
    private final DataSource dataSource;
    private final Clock clock;

    /// @param called  for people: "import of devices"
    protected TableWork(String kind, String called, TableFiles<I> files, DataSource dataSource, Clock clock) {
        this.kind = kind;
        this.called = called;
        this.files = files;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public final String kind() {
        return kind;
    }

    /// They would wait for each other all the same.
    @Override
    public final int most() {
        return 1;
    }

    @Override
    public final Map<String, String> run(JobRun run) throws SQLException {
        UUID id = importOf(run);
        if (find(id).state().moves()) {
            try (SessionLock lock = SessionLock.on(dataSource, kind)) {
                if (!lock.take()) {
                    throw new JobPostponed("waits for another " + called);
                }
                work(find(id), run);
            }
        }
        return result(find(id));
    }

    private I find(UUID id) {
        return files.find(id).orElseThrow();
    }

    private static UUID importOf(JobRun run) {
        return UUID.fromString(run.payload().getOrDefault(IMPORT, ""));
    }

    /// Reads the file, compares it, and applies it where that was ordered.
    protected abstract void work(I of, JobRun run);

    /// What came out.
    protected Map<String, String> result(I of) {
        Map<String, String> result = new LinkedHashMap<>();
        result.put(IMPORT, of.file().id().toString());
        result.put("outcome", of.state().word());
        result.putAll(of.counts().figures());
        return result;
    }

    @Override
    public final void failed(JobRun run, String problem) {
        I of = find(importOf(run));
        if (of.state().moves()) {
            files.end(of.file().id(), ImportState.FAILED, problem, clock.instant());
        }
    }
}

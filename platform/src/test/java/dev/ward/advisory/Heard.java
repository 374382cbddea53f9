package dev.ward.advisory;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.job.JobId;
import dev.ward.job.Jobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets tests import small documents, and look at what came of them.
@Component
class Heard {

    static final Actor ACTOR = Actor.machine("test");

    final List<AdvisoriesRevised> events = new CopyOnWriteArrayList<>();
    private final Imports imports;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final DataSource dataSource;

    Heard(Imports imports, Jobs jobs, JdbcClient jdbc, DataSource dataSource) {
        this.dataSource = dataSource;
        this.imports = imports;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(AdvisoriesRevised event) {
        events.add(event);
    }

    SourceImport hear(Source source, String document) {
        return hear(source, document.getBytes(StandardCharsets.UTF_8));
    }

    SourceImport hear(Source source, byte[] document) {
        return await(submit(source, document));
    }

    JobId submit(Source source, byte[] document) {
        try {
            return imports.submit(source, "a document", new ByteArrayInputStream(document), ACTOR);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits for the end of a job, and gives its import.
    SourceImport await(JobId id) {
        Instant end = Instant.now().plusSeconds(60);
        while (!job(id).status().ended()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("does not end: " + job(id));
            }
            pause();
        }
        UUID found = jdbc.sql("SELECT import_id FROM advisory.import WHERE job_id = :job")
                .param("job", id.value())
                .query(UUID.class)
                .single();
        return imports.find(Reader.machine("test"), new ImportId(found)).orElseThrow();
    }

    /// Sets an import back to where it stood after its last commit, as a kill would have left it.
    void undo(SourceImport of) {
        jdbc.sql("UPDATE advisory.import SET outcome = 'running', ended_at = NULL WHERE import_id = :id")
                .param("id", of.id().value())
                .update();
    }

    /// Begins the work of an import again.
    SourceImport again(SourceImport of) {
        jdbc.sql("UPDATE job.job SET status = 'running', ended_at = NULL WHERE job_id = :id")
                .param("id", of.job().value())
                .update();
        jdbc.sql("""
                INSERT INTO job.scheduled_task (task_name, task_instance, execution_time, picked, version)
                VALUES ('job', :id, now(), false, 1)
                """).param("id", of.job().toString()).update();
        return await(of.job());
    }

    /// Where an import that runs beside the test would be.
    Staging staging() {
        return Staging.open(dataSource);
    }

    Job job(JobId id) {
        return jobs.find(id).orElseThrow();
    }

    /// Rows of one column each, as text.
    List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /// The present id of the vulnerability with a name, or an empty text.
    String vulnerability(String name) {
        return String.join(",", rows("SELECT vulnerability_id::text FROM advisory.name WHERE name = '" + name + "'"));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

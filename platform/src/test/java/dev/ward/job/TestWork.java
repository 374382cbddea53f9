package dev.ward.job;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Work whose course a test lays down in the payload.
@Component
class TestWork implements JobWork {

    static final String KIND = "test.work";

    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch mayGoOn = new CountDownLatch(1);
    final List<String> failed = new CopyOnWriteArrayList<>();
    final List<String> runs = new CopyOnWriteArrayList<>();

    private final JdbcClient jdbc;

    TestWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lets PostgreSQL say what it says then.
    private void fault(String state) {
        jdbc.sql("DO $$ BEGIN RAISE EXCEPTION 'as ordered' USING ERRCODE = '%s'; END $$".formatted(state))
                .update();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void failed(JobRun run, String problem) {
        failed.add(run.id().toString());
    }

    @Override
    public Map<String, String> run(JobRun run) throws InterruptedException {
        String course = run.payload().getOrDefault("course", "");
        runs.add(run.id().toString());
        run.step("counts to three");
        run.progress(1, 3);
        switch (course) {
            case "problem" -> throw new JobProblem("The file \"x\" holds no records. Send another one.");
            case "broken" -> throw new IllegalStateException("secret detail");
            case "full" -> fault("53100");
            case "away" -> fault("57P01");
            case "taken over" -> {
                jdbc.sql("UPDATE job.job SET attempt = attempt + 1 WHERE job_id = :id")
                        .param("id", run.id().value())
                        .update();
                throw new JobProblem("too late");
            }
            case "wait" -> {
                begun.countDown();
                if (!mayGoOn.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody let it go on");
                }
                run.progress(3, 3);
            }
            default -> run.step("is done");
        }
        return Map.of("counted", "3");
    }
}

package dev.ward.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.TestCallers;
import dev.ward.web.PageAsserts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class ClockNoticeTest {

    private final ClockWatch watch;
    private final JobRepository repository;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;

    @Autowired
    ClockNoticeTest(
            ClockWatch watch,
            JobRepository repository,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.watch = watch;
        this.repository = repository;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
    }

    @Test
    void standsOnThePagesOfThoseWhoOperateWardAsLongAsItIsSo() {
        JobId id = JobId.next();
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        repository.insert(id, TestWork.KIND, "a test", Map.of(), Actor.machine("test"), tomorrow);
        watch.look();
        String page = callers.signedIn(port, "administrator").get("/products").body();
        assertThat(page).contains("but Ward took a job at");
        PageAsserts.assertSound(page);
        assertThat(callers.signedIn(port, "auditor").get("/products").body()).doesNotContain("Ward took a job at");

        jdbc.sql("DELETE FROM job.job WHERE job_id = :id")
                .param("id", id.value())
                .update();
        watch.look();

        assertThat(callers.signedIn(port, "administrator").get("/products").body())
                .doesNotContain("Ward took a job at");
    }
}

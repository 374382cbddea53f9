package dev.ward.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WardTest
class JobsTest {

    private static final Actor ACTOR = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final JobRepository repository;
    private final JobRunner runner;
    private final TestWork work;
    private final TransactionTemplate transaction;

    @Autowired
    JobsTest(
            JdbcClient jdbc,
            Jobs jobs,
            JobRepository repository,
            JobRunner runner,
            TestWork work,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.repository = repository;
        this.runner = runner;
        this.work = work;
        this.transaction = transaction;
    }

    private Job run(String course) {
        JobId id = insert(course);
        runner.run(id, () -> false);
        return get(id);
    }

    private JobId insert(String course) {
        JobId id = JobId.next();
        repository.insert(id, TestWork.KIND, "a test", Map.of("course", course), ACTOR, Instant.now());
        return id;
    }

    private Job get(JobId id) {
        return repository.find(id).orElseThrow();
    }

    @Test
    void tellsWhatCameOut() {
        Job job = run("");

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.result()).containsEntry("counted", "3");
        assertThat(job.started()).isNotNull();
        assertThat(job.ended()).isNotNull();
        assertThat(repository.steps(job.id())).extracting(JobStep::words).containsExactly("counts to three", "is done");
    }

    @Test
    void keepsAProblemInTheWordsForPeople() {
        Job job = run("problem");

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.problem()).isEqualTo("The file \"x\" holds no records. Send another one.");
        assertThat(job.percent()).isEqualTo(33);
    }

    @Test
    void showsOfAnInternalErrorOnlyTheIdThatTheLogKnows() {
        Job job = run("broken");

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.problem()).doesNotContain("secret").containsPattern("under the id [0-9a-f-]{36}");
    }

    @Test
    void saysThatTheDiskIsFull() {
        Job job = run("full");

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.problem()).contains("disk", "is full", "order the job again");
    }

    @Test
    void isBegunAgainWhenTheDatabaseWasAway() {
        JobId id = insert("away");

        assertThatThrownBy(() -> runner.run(id, () -> false)).isInstanceOf(DatabaseAway.class);

        assertThat(get(id).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void doesNothingTwiceOnceAJobHasEnded() {
        Job job = run("");
        runner.run(job.id(), () -> false);

        assertThat(work.runs).containsOnlyOnce(job.id().toString());
        assertThat(get(job.id())).isEqualTo(job);
    }

    @Test
    void letsAnEarlierAttemptWriteNothingMore() {
        JobId id = insert("");
        JobRepository.Attempt first = repository.begin(id, Instant.now()).orElseThrow();
        JobRepository.Attempt second = repository.begin(id, Instant.now()).orElseThrow();

        assertThat(second.number()).isEqualTo(2);
        assertThat(repository.progress(first, 1, 2)).isFalse();
        repository.fail(first, "too late", Instant.now());
        assertThat(get(id).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(repository.step(second, "goes on", Instant.now())).isTrue();
    }

    @Test
    void leavesTheWorkToTheAttemptThatFollowed() {
        JobId id = insert("taken over");

        assertThatThrownBy(() -> runner.run(id, () -> false)).isInstanceOf(JobStopped.class);

        assertThat(get(id).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(work.failed).doesNotContain(id.toString());
        Job failed = run("problem");
        assertThat(work.failed).containsOnlyOnce(failed.id().toString());
    }

    @Test
    void leavesAJobToBeBegunAgainWhenTheServerStops() {
        JobId id = insert("");

        assertThat(catchStopped(id)).isTrue();

        assertThat(get(id).status()).isEqualTo(JobStatus.RUNNING);
        runner.run(id, () -> false);
        assertThat(get(id).status()).isEqualTo(JobStatus.COMPLETED);
    }

    private boolean catchStopped(JobId id) {
        try {
            runner.run(id, () -> true);
            return false;
        } catch (JobStopped e) {
            return true;
        }
    }

    @Test
    void beginsAtOnceAfterTheCommitAndShowsHowFarItIs() throws Exception {
        Job job = transaction.execute(_ -> jobs.submit(TestWork.KIND, "a test", Map.of("course", "wait"), ACTOR));
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(work.begun.await(10, TimeUnit.SECONDS)).isTrue();
        await(job.id(), now -> now.status() == JobStatus.RUNNING && now.done() == 1 && now.total() == 3);
        work.mayGoOn.countDown();
        await(job.id(), now -> now.status() == JobStatus.COMPLETED);
    }

    @Test
    void takesOverFromAServerThatWasKilled() throws Exception {
        JobId id = insert("");
        repository.begin(id, Instant.now());
        jdbc.sql("""
                INSERT INTO job.scheduled_task
                       (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                VALUES ('job', :id, :before, true, 'killed', :before, 1)
                """)
                .param("id", id.toString())
                .param("before", Timestamp.from(Instant.now().minus(Duration.ofMinutes(1))))
                .update();
        await(id, now -> now.status() == JobStatus.COMPLETED);
    }

    @Test
    void listsTheNewestFirst() {
        JobId older = insert("");
        JobId newer = insert("");

        assertThat(repository.list(READER, null, 2)).extracting(Job::id).containsExactly(newer, older);
        assertThat(repository.list(READER, newer, 1)).extracting(Job::id).containsExactly(older);
        assertThat(repository.find(new JobId(UUID.randomUUID()))).isEmpty();
    }

    /// As after a clock was a day ahead, and has been set right.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void waitsForNoDayToWhichAnotherClockHasPutAJobOff(boolean picked) throws Exception {
        JobId id = insert("");
        jdbc.sql("""
                INSERT INTO job.scheduled_task
                       (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                VALUES ('job', :id, :tomorrow, :picked, 'killed', CASE WHEN :picked THEN CAST(:tomorrow AS timestamptz) END, 1)
                """)
                .param("id", id.toString())
                .param("picked", picked)
                .param("tomorrow", Timestamp.from(Instant.now().plus(Duration.ofDays(1))))
                .update();
        await(id, now -> now.status() == JobStatus.COMPLETED);
    }

    private void await(JobId id, Predicate<Job> condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (!condition.test(get(id))) {
            assertThat(Instant.now()).as("%s", get(id)).isBefore(end);
            Thread.sleep(20);
        }
    }
}

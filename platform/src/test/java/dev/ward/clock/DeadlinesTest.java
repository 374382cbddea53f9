package dev.ward.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import dev.ward.WardTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Each deadline warns and ends once, however often and however late somebody looks.
@WardTest
class DeadlinesTest {

    private static final String KIND = "measured";

    private final Deadlines deadlines;
    private final DeadlineRepository repository;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final UUID owner = UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    DeadlinesTest(
            Deadlines deadlines, DeadlineRepository repository, JdbcClient jdbc, TransactionTemplate transactions) {
        this.deadlines = deadlines;
        this.repository = repository;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private DeadlineDraft draft(String key, Instant end, DeadlineState state) {
        return new DeadlineDraft(
                key,
                "CLOCK",
                "A clock",
                "SET",
                "FDA",
                "law",
                "awareness",
                "2026-01-05",
                now.minus(Duration.ofDays(30)),
                LocalDate.of(2026, 2, 4),
                "UTC",
                end,
                List.of(end.minus(Duration.ofDays(7)), end.minus(Duration.ofDays(2))),
                state,
                null,
                List.of("fix-available"),
                List.of("one step"));
    }

    private void keep(DeadlineDraft... drafts) {
        transactions.executeWithoutResult(_ -> deadlines.keep(KIND, Map.of(owner, List.of(drafts))));
    }

    private List<String> told() {
        return jdbc.sql("""
                SELECT a.kind || ' ' || a.place FROM clock.published_alarm a
                  JOIN clock.published_deadline d USING (deadline_id)
                 WHERE d.owner_id = :owner ORDER BY a.number
                """).param("owner", owner).query(String.class).list();
    }

    private String state() {
        return jdbc.sql("SELECT state FROM clock.published_deadline WHERE owner_id = :owner")
                .param("owner", owner)
                .query(String.class)
                .single();
    }

    @Test
    @Statement("X6")
    void tellsEachWarningAndTheEndOnceInTheirOrder() {
        Instant end = now.plus(Duration.ofDays(30));
        keep(draft("a", end, DeadlineState.RUNNING));
        repository.advance(end.minus(Duration.ofDays(8)));
        assertThat(told()).isEmpty();
        repository.advance(end.minus(Duration.ofDays(6)));
        repository.advance(end.minus(Duration.ofDays(6)));
        assertThat(told()).containsExactly("warning 1");
        assertThat(state()).isEqualTo("warning");
        repository.advance(end.minusMillis(1));
        assertThat(told()).containsExactly("warning 1", "warning 2");
        assertThat(state()).isEqualTo("warning");
        repository.advance(end);
        repository.advance(end.plusSeconds(1));
        assertThat(told()).containsExactly("warning 1", "warning 2", "over 3");
        assertThat(state()).isEqualTo("overdue");
    }

    @Test
    void waitsForNobodyWhoKeepsADeadlineAtTheMoment() {
        Instant end = now.plus(Duration.ofDays(30));
        keep(draft("a", end, DeadlineState.RUNNING));
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            transactions.executeWithoutResult(_ -> {
                deadlines.keep(KIND, Map.of(owner, List.of(draft("a", end, DeadlineState.WARNING))));
                Future<?> told = other.submit(() -> repository.advance(end));
                assertThat(told).succeedsWithin(Duration.ofSeconds(20));
                assertThat(told()).isEmpty();
            });
        }
        repository.advance(end);
        assertThat(told()).containsExactly("warning 1", "warning 2", "over 3");
    }

    @Test
    @Statement("X6")
    void saysHowLateItTellsWhenNobodyWasThere() {
        Instant end = now.minus(Duration.ofDays(3));
        keep(draft("a", end, DeadlineState.OVERDUE));
        deadlines.advance();
        assertThat(told()).containsExactly("warning 1", "warning 2", "over 3");
        assertThat(jdbc.sql("""
                        SELECT bool_and(a.fired_at - a.due_at >= interval '3 days') FROM clock.published_alarm a
                          JOIN clock.published_deadline d USING (deadline_id)
                         WHERE d.owner_id = :owner
                        """).param("owner", owner).query(Boolean.class).single())
                .isTrue();
    }

    @Test
    @Statement("X6")
    void saysByHowMuchItWasLateAndWhy() {
        Instant end = now.plus(Duration.ofDays(30));
        keep(draft("a", end, DeadlineState.RUNNING));
        DeadlineRepository.Told told = repository.advance(end.plus(Duration.ofMinutes(192)));
        assertThat(told.late()).as("nobody was there, though its end was known").isNotEmpty();
        assertThat(words()).isEqualTo("told 3 h 12 min after the deadline, as Ward was not running");
    }

    @Test
    void whatWasEnteredAfterItsEndIsNotToldLateBecauseNobodyWasThere() {
        keep(draft("a", now.minus(Duration.ofDays(3)), DeadlineState.OVERDUE));
        assertThat(repository.advance(Instant.now()).late()).isEmpty();
        assertThat(words()).isEqualTo("told 3 d 0 h after the deadline, as what started it was entered or found then");
    }

    @Test
    void saysNothingOfWhatWasToldInTime() {
        assertThat(Lateness.words(now, now.minusSeconds(9), now.plusSeconds(40)))
                .isNull();
    }

    private String words() {
        return jdbc.sql("""
                SELECT a.due_at, a.known_at, a.fired_at FROM clock.published_alarm a
                  JOIN clock.published_deadline d USING (deadline_id)
                 WHERE d.owner_id = :owner AND a.kind = 'over'
                """)
                .param("owner", owner)
                .query((row, _) -> String.valueOf(Lateness.words(
                        row.getTimestamp("due_at").toInstant(),
                        row.getTimestamp("known_at").toInstant(),
                        row.getTimestamp("fired_at").toInstant())))
                .single();
    }

    @Test
    void isSilentWhileSomethingElseIsReliedOnAndWhenItIsDone() {
        keep(draft("a", now.minusSeconds(60), DeadlineState.RELIED_ON), draft("b", now, DeadlineState.STOPPED));
        deadlines.advance();
        assertThat(told()).isEmpty();
        keep(draft("a", now.minusSeconds(60), DeadlineState.OVERDUE), draft("b", now, DeadlineState.STOPPED));
        deadlines.advance();
        assertThat(told()).as("once it is lost").hasSize(3);
    }

    @Test
    void keepsWhatItsOwnerDoesNotFindAnyMoreAsVoid() {
        keep(draft("a", now.plus(Duration.ofDays(1)), DeadlineState.WARNING));
        keep();
        assertThat(state()).isEqualTo("void");
        deadlines.advance();
        assertThat(told()).isEmpty();
        keep(draft("a", now.plus(Duration.ofDays(1)), DeadlineState.WARNING));
        assertThat(state()).isEqualTo("warning");
        deadlines.advance();
        assertThat(told()).containsExactly("warning 1", "warning 2");
    }
}

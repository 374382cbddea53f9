package dev.ward.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// When the next status report of a recall is due follows from what was entered, and from nothing else.
class RecallTest {

    private final List<RecallEntry> entries = new ArrayList<>();

    private RecallEntry enter(RecallKind kind, String value, @Nullable UUID corrects) {
        RecallEntry entry = RecallWords.read(
                new RecallDraft(
                        kind.word(),
                        value,
                        value,
                        "10",
                        "4",
                        "3",
                        "1",
                        "",
                        null,
                        corrects == null ? "" : corrects.toString()),
                Instant.EPOCH,
                "A person");
        entries.add(entry);
        return entry;
    }

    private StatusDue next() {
        return new Recall(UUID.randomUUID(), 1, entries).next();
    }

    @Test
    void cannotBeSaidWhileSomethingIsNotKnown() {
        assertThat(next().day()).isNull();
        assertThat(next().why()).contains("when the recall was initiated");
        enter(RecallKind.INITIATED, "2028-02-15", null);
        assertThat(next().day()).isNull();
        assertThat(next().why()).contains("the interval that was agreed");
    }

    @Test
    void followsTheLastReportInTheAgreedInterval() {
        enter(RecallKind.INITIATED, "2028-02-15", null);
        RecallEntry interval = enter(RecallKind.INTERVAL, "2", null);
        assertThat(next().day()).as("over the leap day").isEqualTo("2028-02-29");
        assertThat(next().why()).isEqualTo("2 weeks, as agreed, after it was initiated on 2028-02-15.");
        enter(RecallKind.STATUS, "2028-02-29", null);
        assertThat(next().day()).isEqualTo("2028-03-14");
        enter(RecallKind.INTERVAL, "4", interval.id());
        assertThat(next().day()).isEqualTo("2028-03-28");
        assertThat(next().why()).isEqualTo("4 weeks, as agreed, after the last status report on 2028-02-29.");
    }

    @Test
    void aCorrectedEntryCountsNoMore() {
        enter(RecallKind.INITIATED, "2028-02-15", null);
        enter(RecallKind.INTERVAL, "2", null);
        RecallEntry wrong = enter(RecallKind.STATUS, "2028-03-07", null);
        enter(RecallKind.STATUS, "2028-03-01", wrong.id());
        assertThat(next().day()).isEqualTo("2028-03-15");
        assertThat(new Recall(UUID.randomUUID(), 1, entries).reports()).hasSize(1);
    }

    @Test
    void endsWhenTheRecallIsTerminated() {
        enter(RecallKind.INITIATED, "2028-02-15", null);
        enter(RecallKind.INTERVAL, "2", null);
        RecallEntry end = enter(RecallKind.TERMINATED, "2028-05-01", null);
        assertThat(next().day()).isNull();
        assertThat(next().why()).contains("terminated on 2028-05-01");
        enter(RecallKind.TERMINATED, "2028-06-01", end.id());
        assertThat(new Recall(UUID.randomUUID(), 1, entries).terminated()).isEqualTo(LocalDate.of(2028, 6, 1));
    }
}

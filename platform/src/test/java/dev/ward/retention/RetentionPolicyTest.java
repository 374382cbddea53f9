package dev.ward.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionPolicyTest {

    private static final RetentionClass BOTH = new RetentionClass("Both", RecordKind.CASE, 2, 2, null, "a law", true);
    private static final RetentionClass SALE =
            new RetentionClass("Sale", RecordKind.CASE, null, null, 10, "a law", false);
    private static final LocalDate DONE = LocalDate.of(2026, 5, 1);
    private static final ProductLife PUMP = new ProductLife("Pump", LocalDate.of(2020, 1, 1), 8);

    @Test
    void keepsUntilTheLatestOfItsDates() {
        ProductLife old = new ProductLife("Old pump", LocalDate.of(2001, 1, 1), 8);

        assertThat(RetentionPolicy.until(BOTH, DONE, List.of(PUMP, old)).until())
                .isEqualTo("2030-01-01");
        assertThat(RetentionPolicy.until(BOTH, DONE, List.of(old)).until()).isEqualTo("2028-05-01");
        assertThat(RetentionPolicy.until(SALE, null, List.of(PUMP)).until()).isEqualTo("2030-01-01");
    }

    @Test
    void hasNoEndWhereAnythingThatCountsIsNotKnown() {
        KeptUntil open = RetentionPolicy.until(BOTH, null, List.of(PUMP));
        KeptUntil ageless = RetentionPolicy.until(
                BOTH, DONE, List.of(PUMP, new ProductLife("Lamp", LocalDate.of(2001, 1, 1), null)));
        KeptUntil sold = RetentionPolicy.until(SALE, DONE, List.of(new ProductLife("Lamp", null, 8)));
        KeptUntil nobodyKnows = RetentionPolicy.until(BOTH, DONE, List.of());

        assertThat(open.until()).isNull();
        assertThat(open.how()).isEqualTo("No end: it is not closed yet.");
        assertThat(ageless.until()).isNull();
        assertThat(ageless.how()).contains("the expected life of Lamp is not said");
        assertThat(sold.until()).isNull();
        assertThat(sold.how()).contains("Lamp is sold, or it is not said since when it is not");
        assertThat(nobodyKnows.until()).isNull();
        assertThat(nobodyKnows.how()).contains("nobody knows which products");
    }

    @Test
    void losesNoLeapDay() {
        RetentionClass event = new RetentionClass("Event file", RecordKind.EVENT, 0, 2, null, "a law", true);
        RetentionClass change = new RetentionClass("Not reported", RecordKind.CHANGE, 2, null, null, "a law", true);
        ProductLife leap = new ProductLife("Pump", LocalDate.of(2024, 2, 29), 10);

        assertThat(RetentionPolicy.until(change, null, List.of(leap)).until())
                .as("12 years after the last sale, at once")
                .isEqualTo("2036-02-29");
        assertThat(RetentionPolicy.until(event, DONE, List.of(leap)).until())
                .as("2034 has no leap day: never a day too short")
                .isEqualTo("2034-03-01");
        ProductLife old = new ProductLife("Old pump", LocalDate.of(2001, 1, 1), 8);
        assertThat(RetentionPolicy.until(event, LocalDate.of(2028, 2, 29), List.of(old))
                        .until())
                .as("two years from the event are more than the device's life")
                .isEqualTo("2030-03-01");
        assertThat(RetentionPolicy.until(event, LocalDate.of(2028, 2, 29), List.of(leap))
                        .until())
                .as("the device's life is more")
                .isEqualTo("2034-03-01");
    }

    @Test
    void saysOfEachKindWhatIsMissing() {
        RetentionClass event = new RetentionClass("Event file", RecordKind.EVENT, 0, 2, null, "a law", true);
        RetentionClass change = new RetentionClass("Not reported", RecordKind.CHANGE, 2, null, null, "a law", true);

        assertThat(RetentionPolicy.until(event, null, List.of(PUMP)).how())
                .isEqualTo("No end: nobody knows on which day it happened.");
        KeptUntil ageless =
                RetentionPolicy.until(change, DONE, List.of(new ProductLife("Lamp", LocalDate.of(2001, 1, 1), null)));
        assertThat(ageless.until()).as("never a date").isNull();
        assertThat(ageless.how()).contains("the expected life of Lamp is not said");
    }

    @Test
    void letsOneClassWithoutAnEndKeepTheRecordForGood() {
        KeptUntil ends = RetentionPolicy.until(BOTH, DONE, List.of(PUMP));
        KeptUntil never = RetentionPolicy.until(BOTH, null, List.of(PUMP));

        assertThat(RetentionPolicy.last(List.of(ends))).isEqualTo("2030-01-01");
        assertThat(RetentionPolicy.last(List.of(ends, never))).isNull();
        assertThat(RetentionPolicy.last(List.of())).isNull();
    }

    @Test
    void refusesClassesWithAGap() {
        RetentionClasses classes = new RetentionClasses();
        List<List<String>> shipped = classes.shipped();
        assertThatCode(() -> classes.check(shipped)).doesNotThrowAnyException();

        List<List<String>> withoutSignals =
                shipped.stream().filter(row -> !row.get(1).equals("signal")).toList();
        List<List<String>> endless = new ArrayList<>(shipped);
        endless.add(List.of("Mine", "case", "NONE", "NONE", "NONE", "me", "NO"));
        List<List<String>> unsourced = new ArrayList<>(shipped);
        unsourced.add(List.of("Mine", "case", "0", "NONE", "NONE", "", "NO"));

        assertThatThrownBy(() -> classes.check(withoutSignals)).hasMessage("No class says how long a signal is kept");
        assertThatThrownBy(() -> classes.check(endless)).hasMessage("\"Mine\" never begins: nothing counts for it");
        assertThatThrownBy(() -> classes.check(unsourced)).hasMessage("\"Mine\" names no source");
    }
}

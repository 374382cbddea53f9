package dev.ward.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import dev.ward.audit.RowHistory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class TrailCheckTest {

    private final List<RowHistory> histories;
    private final JdbcClient jdbc;

    @Autowired
    TrailCheckTest(List<RowHistory> histories, JdbcClient jdbc) {
        this.histories = histories;
        this.jdbc = jdbc;
    }

    /// Else the command would call a trail broken that is whole.
    @Test
    void readsTheRowsOfEveryActThatTheServerReads() {
        assertThat(TrailCheck.histories(jdbc))
                .extracting(RowHistory::what)
                .containsExactlyInAnyOrderElementsOf(
                        histories.stream().map(RowHistory::what).toList());
    }
}

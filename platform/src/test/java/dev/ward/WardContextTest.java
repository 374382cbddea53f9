package dev.ward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class WardContextTest {

    private final JdbcClient jdbc;

    @Autowired
    WardContextTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void worksInTheRoleThatOwnsNothing() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("ward_app");
    }
}

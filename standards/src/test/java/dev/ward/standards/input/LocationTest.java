package dev.ward.standards.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocationTest {

    @Test
    void saysWhereSomethingStands() {
        assertThat(Location.START).hasToString("line 1, column 1 (/)");
        assertThat(new Location(3, 7, "/a/0")).hasToString("line 3, column 7 (/a/0)");
        assertThat(new Location(0, 0, "/a")).hasToString("/a");
    }

    @Test
    void showsOfAVeryLongPointerItsBeginningAndItsEnd() {
        String pointer = "/first" + "/a".repeat(30_000) + "/last";
        assertThat(new Location(1, 1, pointer).toString())
                .startsWith("line 1, column 1 (/first/a")
                .contains("…")
                .endsWith("/a/last)")
                .hasSizeLessThan(250);
    }
}

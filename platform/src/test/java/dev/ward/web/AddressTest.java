package dev.ward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class AddressTest {

    private static final Address LIST = Address.of("/findings").with("q", "a&b=ü", "c");

    @Test
    void standsInALinkEncoded() {
        assertThat(LIST).hasToString("/findings?q=a%26b%3D%C3%BC&q=c");
    }

    @Test
    void findsItsWayBack() {
        Address third = LIST.next("second").next("third");
        Address second = Objects.requireNonNull(third.previous());

        assertThat(third.get("after")).isEqualTo("third");
        assertThat(second.get("after")).isEqualTo("second");
        assertThat(second.previous()).isEqualTo(LIST);
        assertThat(LIST.previous()).isNull();
        assertThat(third.first()).isEqualTo(LIST);
    }

    @Test
    void staysShortHoweverFarItGoes() {
        Address address = LIST;
        for (int i = 0; i < 100; i++) {
            address = address.next("cursor" + i);
        }

        assertThat(address.toString()).hasSizeLessThan(500);
        assertThat(address.get("after")).isEqualTo("cursor99");
    }

    @Test
    void beginsAnewWhenSortedOtherwise() {
        Address sorted = LIST.next("x").panel("7").sortedBy(SortOrder.descending("name"));

        assertThat(sorted).isEqualTo(LIST.with("sort", "-name"));
    }
}

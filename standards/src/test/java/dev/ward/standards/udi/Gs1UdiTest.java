package dev.ward.standards.udi;

import static dev.ward.standards.udi.Udis.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Gs1UdiTest {

    private static final String HUMAN = "(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234";
    private static final String ELEMENTS = "0151022222233336111412311715070710A213B1\u001d211234";

    @Test
    void readsTheExampleOfTheFda() {
        Udi udi = read(HUMAN);

        assertThat(udi.agency()).isEqualTo(IssuingAgency.GS1);
        assertThat(udi.di()).hasToString("51022222233336");
        assertThat(udi.manufactured()).isEqualTo(LocalDate.of(2014, 12, 31));
        assertThat(udi.expiry()).isEqualTo(LocalDate.of(2015, 7, 7));
        assertThat(udi.lot()).isEqualTo("A213B1");
        assertThat(udi.serial()).isEqualTo("1234");
        assertThat(udi.humanReadable()).isEqualTo(HUMAN);
        assertThat(udi.elementString()).isEqualTo(ELEMENTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[01]51022222233336[11]141231[17]150707[10]A213B1[21]1234",
                "0151022222233336111412311715070710A213B1\u001d211234",
                "\u001d0151022222233336111412311715070710A213B1\u001d211234\u001d",
                "]C10151022222233336111412311715070710A213B1\u001d211234",
                "]d20151022222233336111412311715070710A213B1<GS>211234",
                "]Q30151022222233336\u001d11141231\u001d17150707\u001d10A213B1\u001d211234",
                "]e00151022222233336111412311715070710A213B1{GS}211234",
                "0151022222233336111412311715070710A213B1\\x1d211234",
                "0151022222233336111412311715070710A213B1\\u001D211234",
                "0151022222233336111412311715070710A213B1^]211234",
                "^0151022222233336111412311715070710A213B1^211234",
                "<FNC1>0151022222233336111412311715070710A213B1<FNC1>211234",
                "0151022222233336111412311715070710A213B1\u241d211234",
                "(01)51022222233336(11)141231(17)150707(10)A213B1<GS>(21)1234"
            })
    void readsTheSameFromEveryForm(String text) {
        assertThat(read(text)).isEqualTo(read(HUMAN));
    }
}

package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyBytesTest {

    @Test
    void ordersNumbersOfAnyLengthByValue() {
        Random random = new Random(1);
        List<BigInteger> numbers = new ArrayList<>(List.of(BigInteger.ZERO));
        for (int bits = 1; bits < 200; bits++) {
            BigInteger power = BigInteger.ONE.shiftLeft(bits);
            numbers.addAll(List.of(power.subtract(BigInteger.ONE), power, power.add(BigInteger.ONE)));
            numbers.add(new BigInteger(bits, random));
        }
        for (int i = 0; i < 300; i++) {
            BigInteger power = BigInteger.TEN.pow(i);
            numbers.addAll(List.of(power.subtract(BigInteger.ONE), power, BigInteger.valueOf(i)));
        }
        numbers.sort(null);
        for (int i = 1; i < numbers.size(); i++) {
            BigInteger left = numbers.get(i - 1);
            BigInteger right = numbers.get(i);
            assertThat(compare(new KeyBytes().number("00" + left), new KeyBytes().number("" + right)))
                    .as("%s to %s", left, right)
                    .isEqualTo(left.compareTo(right));
            assertThat(Integer.signum(Digits.compare("00" + left, "" + right))).isEqualTo(left.compareTo(right));
        }
    }

    @Test
    void keepsTheBytesAroundNumbersFreeForMarks() {
        for (String number :
                List.of("0", "223", "224", "999999999999999999", "1000000000000000000", "9".repeat(5000))) {
            int first = new KeyBytes().number(number).ordered().bytes()[0] & 0xFF;
            assertThat(first).isBetween(0x10, 0xF8);
        }
    }

    @Test
    void ordersTextsAsStringsDo() {
        List<String> characters = "\0\u0001\u0002aAz~\u007F\u0080\u07FF\u0800\uD7FF\uD800\uDFFF\uE000\uFFFF"
                .chars()
                .mapToObj(Character::toString)
                .toList();
        List<String> texts = new ArrayList<>(List.of(""));
        for (String first : characters) {
            texts.add(first);
            characters.forEach(second -> texts.add(first + second));
        }
        for (String left : texts) {
            for (String right : texts) {
                assertThat(compare(
                                new KeyBytes().text(left).mark(0xFF),
                                new KeyBytes().text(right).mark(0xFF)))
                        .isEqualTo(Integer.signum(left.compareTo(right)));
            }
        }
    }

    @Test
    void takesOneByteForASmallNumber() {
        assertThat(new KeyBytes().number(1).number("02").mark(0).ordered()).hasToString("111200");
    }

    @Test
    void takesHalfAByteForEachOfManyDigits() {
        assertThat(new KeyBytes().number("1".repeat(5000)).ordered().bytes()).hasSize(5 + 2500);
    }

    @Test
    void refusesANegativeNumber() {
        assertThatThrownBy(() -> new KeyBytes().number(-1)).hasMessage("negative number: \"-1\"");
    }

    private static int compare(KeyBytes left, KeyBytes right) {
        return Integer.signum(
                Arrays.compareUnsigned(left.ordered().bytes(), right.ordered().bytes()));
    }
}

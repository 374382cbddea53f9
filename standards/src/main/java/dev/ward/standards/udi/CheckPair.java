package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import java.time.LocalDate;

/// The two check characters of keys that hold letters.
///
/// Source: GS1 General Specifications, 7.9.5.
final class CheckPair {

    private static final String SET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int MODULUS = 1021;
    private static final int[] PRIMES = {
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107
    };

    private CheckPair() {}

    static void check(String text, int from, int to, LocalDate today) throws UdiFault {
        int pair = to - 2;
        if (pair < from) {
            throw new UdiFault(
                    "%s is too short to end with two check characters.".formatted(Quoted.of(text.substring(from, to))),
                    from);
        }
        int sum = 0;
        for (int i = from; i < pair; i++) {
            sum += CharacterSet.SET_82.place(text.charAt(i)) * PRIMES[pair - 1 - i];
        }
        sum %= MODULUS;
        String expected = "" + SET_32.charAt(sum >> 5) + SET_32.charAt(sum & 31);
        if (!text.startsWith(expected, pair)) {
            throw new UdiFault(
                    "The check characters of %s are %s and ought to be %s."
                            .formatted(
                                    Quoted.of(text.substring(from, to)),
                                    Quoted.of(text.substring(pair, to)),
                                    Quoted.of(expected)),
                    pair);
        }
    }
}

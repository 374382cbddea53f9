package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The properties that every order has, tried on versions from a source.
final class OrderProperty {

    private static final int TRIES_PER_PAIR = 40;

    private OrderProperty() {}

    /// Draws pairs until the wanted number of them had two keys and agreed with `compare`, and so with the reference.
    ///
    /// @param reference  null where there is none, or where it is asked elsewhere
    static void holdsForPairs(
            VersionOrder order, VersionSource source, int wanted, @Nullable Comparator<String> reference) {
        int agreed = 0;
        for (int tries = 0; agreed < wanted; tries++) {
            assertThat(tries).as("pairs drawn for %d agreements", agreed).isLessThan(wanted * TRIES_PER_PAIR);
            String left = source.next();
            String right = source.random().nextBoolean() ? source.next() : source.neighbour(left);
            agreed += holds(order, left, right, reference) ? 1 : 0;
        }
    }

    /// Checks one pair, and answers whether both had keys.
    static boolean holds(VersionOrder order, String left, String right, @Nullable Comparator<String> reference) {
        VersionComparison compared = order.compare(left, right);
        if (order.compare(right, left) != mirrored(compared)) {
            throw differs(left, right, "its mirror " + order.compare(right, left), compared);
        }
        SortKey leftKey = order.key(left);
        SortKey rightKey = order.key(right);
        boolean undetermined = leftKey instanceof SortKey.Undetermined || rightKey instanceof SortKey.Undetermined;
        if (undetermined != (compared == VersionComparison.UNDETERMINED)) {
            throw differs(left, right, leftKey + " and " + rightKey, compared);
        }
        if (!undetermined && reference != null) {
            VersionComparison expected = VersionComparison.of(reference.compare(left, right));
            if (expected != compared) {
                throw differs(left, right, "the reference " + expected, compared);
            }
        }
        if (!(leftKey instanceof SortKey.Ordered(byte[] a)) || !(rightKey instanceof SortKey.Ordered(byte[] b))) {
            return false;
        }
        if (VersionComparison.of(Arrays.compareUnsigned(a, b)) != compared) {
            throw differs(left, right, leftKey + " and " + rightKey, compared);
        }
        return true;
    }

    static VersionComparison mirrored(VersionComparison comparison) {
        return switch (comparison) {
            case LESS -> VersionComparison.GREATER;
            case GREATER -> VersionComparison.LESS;
            case EQUAL, UNDETERMINED -> comparison;
        };
    }

    private static AssertionError differs(String left, String right, String other, VersionComparison compared) {
        return new AssertionError(
                "\"%s\" to \"%s\": compare says %s, against %s".formatted(left, right, compared, other));
    }

    /// Draws triples of versions and checks that `a ≤ b ≤ c` gives `a ≤ c`.
    static void isTransitive(VersionOrder order, VersionSource source, int triples) {
        for (int i = 0; i < triples; i++) {
            String a = source.next();
            String b = source.random().nextBoolean() ? source.next() : source.neighbour(a);
            String c = source.random().nextBoolean() ? source.next() : source.neighbour(b);
            isTransitive(order, a, b, c);
        }
    }

    static void isTransitive(VersionOrder order, String a, String b, String c) {
        VersionComparison ab = order.compare(a, b);
        VersionComparison bc = order.compare(b, c);
        VersionComparison ac = order.compare(a, c);
        if (isAtMost(ab) && isAtMost(bc)) {
            boolean equal = ab == VersionComparison.EQUAL && bc == VersionComparison.EQUAL;
            assertThat(ac)
                    .as("\"%s\" %s \"%s\" %s \"%s\"", a, ab.sign(), b, bc.sign(), c)
                    .isEqualTo(equal ? VersionComparison.EQUAL : VersionComparison.LESS);
        }
    }

    private static boolean isAtMost(VersionComparison comparison) {
        return comparison == VersionComparison.LESS || comparison == VersionComparison.EQUAL;
    }
}

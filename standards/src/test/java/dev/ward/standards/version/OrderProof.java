package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Checks an order on very many pairs: half of them any two versions, half of them neighbours in the order.
final class OrderProof {

    static final int PAIRS = 100_000;
    private static final int TRIPLES = 30_000;
    private static final int NEIGHBOURHOOD = 6;
    private static final int MOST_SHOWN = 12;

    private final VersionOrder order;
    private final List<String> versions;
    private final List<SortKey> keys;
    private final int[] ordered;
    private final Random random = new Random(7);
    private final List<String> faults = new ArrayList<>();

    private OrderProof(VersionOrder order, List<String> versions) {
        this.order = order;
        this.versions = versions;
        this.keys = versions.stream().map(order::key).toList();
        this.ordered = IntStream.range(0, versions.size())
                .filter(i -> keys.get(i) instanceof SortKey.Ordered)
                .boxed()
                .sorted(Comparator.comparing(this::bytes, Arrays::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Checks that keys and comparisons say the same, and that the order is an order.
    ///
    /// @return how many of the versions have a key
    static int check(VersionOrder order, List<String> versions) {
        OrderProof proof = new OrderProof(order, versions);
        assertThat(proof.ordered).hasSizeGreaterThan(1000);
        proof.checkPairs();
        proof.checkTriples();
        assertThat(proof.faults.stream().limit(MOST_SHOWN)).isEmpty();
        return proof.ordered.length;
    }

    /// Compares with another comparator where both can read both versions.
    ///
    /// @param parse  what the other makes of a version; empty where it reads none
    /// @return every pair on which the two differ
    static <T> List<Difference> differences(
            VersionOrder order, List<String> versions, Function<String, Optional<T>> parse, Comparator<T> other) {
        OrderProof proof = new OrderProof(
                order, versions.stream().filter(v -> parse.apply(v).isPresent()).toList());
        List<T> parsed = proof.versions.stream()
                .map(version -> parse.apply(version).orElseThrow())
                .toList();
        assertThat(proof.ordered).hasSizeGreaterThan(1000);
        List<Difference> differences = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            int[] indices = proof.pair(pair);
            String left = proof.versions.get(indices[0]);
            String right = proof.versions.get(indices[1]);
            VersionComparison mine = order.compare(left, right);
            VersionComparison theirs =
                    VersionComparison.of(other.compare(parsed.get(indices[0]), parsed.get(indices[1])));
            if (mine != theirs) {
                differences.add(new Difference(left, right, mine, theirs));
            }
        }
        return differences;
    }

    /// Two versions that two comparators order differently.
    record Difference(String left, String right, VersionComparison mine, VersionComparison theirs) {

        boolean anyVersion(Predicate<String> shape) {
            return shape.test(left) || shape.test(right);
        }

        @Override
        public String toString() {
            return "\"%s\" %s \"%s\", not %s".formatted(left, mine.sign(), right, theirs.sign());
        }
    }

    private void checkPairs() {
        for (int pair = 0; pair < PAIRS; pair++) {
            int[] indices = pair(pair);
            String left = versions.get(indices[0]);
            String right = versions.get(indices[1]);
            VersionComparison comparison = order.compare(left, right);
            if (!isConverse(comparison, order.compare(right, left))) {
                faults.add("\"%s\" and \"%s\" compare one way only".formatted(left, right));
            }
            VersionComparison byKey =
                    VersionComparison.of(Arrays.compareUnsigned(bytes(indices[0]), bytes(indices[1])));
            if (byKey != comparison) {
                faults.add("\"%s\" %s \"%s\", but %s by key".formatted(left, comparison.sign(), right, byKey.sign()));
            }
        }
    }

    private void checkTriples() {
        for (int i = 0; i < TRIPLES; i++) {
            int at = random.nextInt(ordered.length - 2);
            int reach = i % 2 == 0 ? NEIGHBOURHOOD : ordered.length;
            String a = versions.get(ordered[near(at, reach)]);
            String b = versions.get(ordered[near(at, reach)]);
            String c = versions.get(ordered[near(at, reach)]);
            if (isAtMost(a, b) && isAtMost(b, c) && !isAtMost(a, c)) {
                faults.add("\"%s\" <= \"%s\" <= \"%s\", but not the first <= the last".formatted(a, b, c));
            }
        }
    }

    private int[] pair(int number) {
        int at = random.nextInt(ordered.length);
        int other = near(at, number % 2 == 0 ? NEIGHBOURHOOD : ordered.length);
        return new int[] {ordered[at], ordered[other]};
    }

    private int near(int at, int reach) {
        return Math.floorMod(at + random.nextInt(2 * reach + 1) - reach, ordered.length);
    }

    private boolean isAtMost(String left, String right) {
        VersionComparison comparison = order.compare(left, right);
        return comparison == VersionComparison.LESS || comparison == VersionComparison.EQUAL;
    }

    private byte[] bytes(int index) {
        return ((SortKey.Ordered) keys.get(index)).bytes();
    }

    private static boolean isConverse(VersionComparison one, VersionComparison other) {
        return switch (one) {
            case LESS -> other == VersionComparison.GREATER;
            case GREATER -> other == VersionComparison.LESS;
            case EQUAL -> other == VersionComparison.EQUAL;
            case UNDETERMINED -> false;
        };
    }
}

package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GemOrderTest {

    private static final VersionOrder ORDER = new GemOrder();
    private static final List<String> TEMPLATES = List.of(
            "#.#.#",
            "#.#",
            "#",
            "#.#.#.#",
            "#.#.#.pre",
            "#.#.#.rc#",
            "#.#.#.beta.#",
            "#.#.#-x86-linux",
            "#.#.#-java",
            "#.a",
            "#.#.a",
            "#.a.#.b",
            "#.a.#.#",
            "#.#.b#c#");
    private static final List<String> PIECES =
            List.of(".", ".", ".", "-", "a", "b", "pre", "rc", "beta", "A", "Z", "java", "+");
    private static final List<String> VERSIONS = new SampleVersions(45, PIECES)
            .add(RealVersions.inSboms("gem"))
            .fromTemplates(6000, TEMPLATES)
            .fromPieces(5000)
            .neighbours(6000)
            .list();

    @Test
    void ordersKeysAsVersions() {
        assertThat(OrderProof.check(ORDER, VERSIONS)).isGreaterThan(6000);
    }

    @Test
    void ordersAsRubygemsDescribesIt() {
        assertThat(OrderProof.differences(ORDER, VERSIONS, GemOrderTest::segments, GemOrderTest::compareSegments))
                .isEmpty();
    }

    @Test
    void readsWhatRubygemsReadsAndNothingElse() {
        assertThat(VERSIONS)
                .allMatch(version -> ORDER.key(version) instanceof SortKey.Ordered
                        == segments(version).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.a, <, 1.0",
        "1.0.a, =, 1.a",
        "1.0, =, 1",
        "1.0.0-1, =, 1.pre.1",
        "1.0.b1, <, 1.0.b2",
        "1.0.b10, >, 1.0.b9",
        "1.a, >, 0.9",
        "1.a.0.b, <, 1.a",
        "1.a.0.1, >, 1.a",
        "1.A, <, 1.a",
        "2.3.7-x86-linux, <, 2.3.7",
    })
    void orders(String left, String sign, String right) {
        assertThat(ORDER.compare(left, right).sign()).isEqualTo(sign);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1a", "v1", "1.", "1..2", "1-", "1.-a", "1-.a", "1-a.", "1+a", "1 2"})
    void readsNoVersionIn(String text) {
        assertThat(ORDER.key(text)).isInstanceOf(SortKey.Undetermined.class);
    }

    /// Numbers as `BigInteger`, words as `String`; zeros left out before the first word and at the end.
    private static Optional<List<Object>> segments(String version) {
        if (!version.matches("[0-9]+(\\.[0-9a-zA-Z]+)*(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?")) {
            return Optional.empty();
        }
        List<Object> numbers = new ArrayList<>();
        List<Object> rest = new ArrayList<>();
        for (String segment : Pattern.compile("[0-9]+|[a-zA-Z]+")
                .matcher(version.replace("-", ".pre."))
                .results()
                .map(MatchResult::group)
                .toList()) {
            if (!Character.isDigit(segment.charAt(0))) {
                rest.add(segment);
            } else {
                (rest.isEmpty() ? numbers : rest).add(new BigInteger(segment));
            }
        }
        dropZeros(numbers);
        dropZeros(rest);
        numbers.addAll(rest);
        return Optional.of(numbers);
    }

    private static void dropZeros(List<Object> segments) {
        while (!segments.isEmpty() && segments.getLast().equals(BigInteger.ZERO)) {
            segments.removeLast();
        }
    }

    private static int compareSegments(List<Object> left, List<Object> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            Object one = i < left.size() ? left.get(i) : BigInteger.ZERO;
            Object other = i < right.size() ? right.get(i) : BigInteger.ZERO;
            int order = one instanceof BigInteger number && other instanceof BigInteger otherNumber
                    ? number.compareTo(otherNumber)
                    : one instanceof String word && other instanceof String otherWord
                            ? Comparator.<String>naturalOrder().compare(word, otherWord)
                            : one instanceof String ? -1 : 1;
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}

package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nscuro.versatile.VersionFactory;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The orders of distribution packages against their keys and against versatile, an independent library.
class PackageOrderOracleTest {

    private static final int PAIRS = 100_000;
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{10}");
    private static final Pattern ZERO_FIRST = Pattern.compile("(^|_[a-z]+|-r)0[0-9]");
    private static final Pattern POST_SUFFIX = Pattern.compile("_(cvs|svn|git|hg|p)");

    /// A shape of pairs in which the library errs, with the reason and a pair that shows it.
    ///
    /// @param sign  how `left` stands to `right` by the specification, and not by the library
    private record Difference(
            String reason, BiPredicate<String, String> shape, String left, String sign, String right) {}

    private static final Difference OVERFLOW = new Difference(
            "the library holds numbers in 32 or 64 bits",
            (a, b) -> LONG_NUMBER.matcher(a + " " + b).find(),
            "1-99999999999999999998",
            "<",
            "1-99999999999999999999");

    private static final List<Difference> RPM = List.of(
            new Difference(
                    "the library holds numbers in 32 or 64 bits",
                    OVERFLOW.shape(),
                    "99999999999999999998:1-1",
                    "<",
                    "99999999999999999999:1-1"),
            new Difference(
                    "rpmverCmp sorts a missing release first; the library takes it for an empty one",
                    (a, b) -> a.contains("-") != b.contains("-"),
                    "1.0",
                    "<",
                    "1.0-0"));

    private static final List<Difference> APK = List.of(
            new Difference(
                    "the library holds numbers in 32 or 64 bits",
                    OVERFLOW.shape(),
                    "1-r99999999999999999998",
                    "<",
                    "1-r99999999999999999999"),
            new Difference(
                    "only a number behind a dot is text when it begins with a zero; the library takes each so",
                    (a, b) -> ZERO_FIRST.matcher(a).find()
                            || ZERO_FIRST.matcher(b).find(),
                    "1.0",
                    "=",
                    "01.0"),
            new Difference(
                    "a commit hash comes after the release by its token; the library sorts it before a revision",
                    (a, b) -> a.contains("~") || b.contains("~"),
                    "2023c-r1",
                    "<",
                    "2023c~ab-r1"),
            new Difference(
                    "suffix, letter, further number come in this order; the library has it the other way round",
                    PackageOrderOracleTest::differInKind,
                    "6.4_p20231125-r0",
                    "<",
                    "6.4.20231125-r0"),
            new Difference(
                    "svn comes behind cvs and before git; the library sorts it last",
                    (a, b) -> (a + b).contains("_svn")
                            && POST_SUFFIX.matcher(a).find()
                            && POST_SUFFIX.matcher(b).find(),
                    "900_svn",
                    "<",
                    "900_hg"));

    @Test
    void debianAgreesWithItsKeysAndTheLibrary() {
        check(new DebianOrder(), "deb", debian(), List.of(OVERFLOW));
    }

    @Test
    void rpmAgreesWithItsKeysAndTheLibrary() {
        check(new RpmOrder(), "rpm", rpm(), RPM);
    }

    @Test
    void apkAgreesWithItsKeysAndTheLibrary() {
        check(new AlpineOrder(), "apk", apk(), APK);
    }

    private static void check(VersionOrder order, String scheme, VersionSource source, List<Difference> differences) {
        for (Difference difference : differences) {
            String left = difference.left();
            String right = difference.right();
            assertThat(order.compare(left, right).sign())
                    .as(difference.reason())
                    .isEqualTo(difference.sign());
            assertThat(theirs(scheme, left, right)).as(difference.reason()).isNotEqualTo(difference.sign());
            assertThat(difference.shape().test(left, right))
                    .as(difference.reason())
                    .isTrue();
        }
        int compared = 0;
        while (compared < PAIRS) {
            String left = source.next();
            String right = source.random().nextBoolean() ? source.next() : source.neighbour(left);
            if (OrderProperty.holds(order, left, right, null)
                    && differences.stream()
                            .noneMatch(difference -> difference.shape().test(left, right))) {
                assertThat(theirs(scheme, left, right))
                        .as("\"%s\" to \"%s\"", left, right)
                        .isEqualTo(order.compare(left, right).sign());
                compared++;
            }
        }
    }

    private static String theirs(String scheme, String left, String right) {
        try {
            return VersionComparison.of(
                            VersionFactory.forScheme(scheme, left).compareTo(VersionFactory.forScheme(scheme, right)))
                    .sign();
        } catch (NumberFormatException e) {
            return "error";
        }
    }

    /// Whether behind the same beginning the two go on with two of number, letter, suffix.
    private static boolean differInKind(String left, String right) {
        int same = 0;
        while (same < left.length() && same < right.length() && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        String kinds = kind(left, same) + kind(right, same);
        return kinds.length() == 2 && kinds.charAt(0) != kinds.charAt(1);
    }

    private static String kind(String text, int at) {
        if (at == text.length()) {
            return "";
        }
        char c = text.charAt(at);
        return c == '.' || c == '_' ? text.substring(at, at + 1) : Letters.isLower(c) ? "a" : "";
    }

    private static VersionSource debian() {
        return VersionSource.of(
                11,
                "1.0 1.0-1 1:2.3.4-5 2.36-9+deb12u4 1.1.1n-0+deb11u5 5.10.0~rc2-1 7.88.1-10+deb12u8 2:8.2.2434-3 "
                        + "1.0.2g-1ubuntu4.20 0.9.8o-4squeeze14 20240203-1 1.2.3+dfsg1-2~bpo11+1 4.19.0-1.3+b1 3.0.0~beta1",
                "0 1 2 9 10 01 00 ~ ~~ + - . .. a b z A rc deb12u ubuntu : 1: 0: -0 ~rc1 +dfsg 99999999999999999999");
    }

    private static VersionSource rpm() {
        return VersionSource.of(
                12,
                "1.0 1.0-1 0:1.20.11-24.el9 1:1.1.1k-9.el8_7 1.0.2k-16.el7 0:2.2.33-1.SP1_redhat_00001.1.el8eap "
                        + "4.18.0-553.el8_10 2.3.4~rc1-1.fc40 1.2^git20240101-1.fc40 3.0.7-27.el9 5.14.0-427.13.1.el9_4",
                "0 1 2 9 10 01 00 ~ ^ ~~ + - . .. _ a b z A rc el fc : 1: 0: -0 ~rc1 ^git 99999999999999999999");
    }

    private static VersionSource apk() {
        return VersionSource.of(
                13,
                "1.0 1.0-r0 1.2.3-r4 3.1.4_git20230717-r4 1.36.1-r15 2.3.0b-r1 0.1.0_alpha_pre2 1.3_alpha8 2023c-r1 "
                        + "4.2.52_p2-r1 1.05-r18 1.00_beta2 0.20070207_rc1 6.4_p20231125-r0 1.2~f00d-r1",
                "0 1 2 9 10 .0 .01 .10 .1 .2 .3 a b _alpha _beta _pre _rc _cvs _svn _git _hg _p _rc1 -r0 -r1 -r2 ~ab "
                        + "99999999999999999999");
    }
}

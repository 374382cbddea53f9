package dev.ward.standards.version;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of Gentoo package versions: `1.2.3b_rc4_p5-r6`.
///
/// More numbers sort later (`5 < 5.0`). A number that is not the first and begins with a zero is compared as text
/// without the zeros at its end. A missing suffix number or revision is 0.
///
/// Source: Package Manager Specification (EAPI 8), 3.2 and 3.3.
final class GentooOrder extends ParsedOrder<GentooOrder.Version> {

    private static final List<String> SUFFIXES = List.of("alpha", "beta", "pre", "rc", "", "p");
    private static final int NO_SUFFIX = SUFFIXES.indexOf("");
    private static final int END_OF_NUMBERS = 0x01;
    private static final int TEXT_NUMBER = 0x02;

    /// @param letter    `a` to `z`, or 0 for none
    /// @param suffixes  closed by the one that stands for the end
    record Version(List<String> numbers, char letter, List<Suffix> suffixes, String revision) {}

    /// @param kind    its place in `SUFFIXES`
    /// @param number  digits, or empty for 0
    record Suffix(int kind, String number) {}

    GentooOrder() {
        super("Gentoo version");
    }

    @Override
    @Nullable
    Version parse(String version) {
        int length = version.length();
        List<String> numbers = new ArrayList<>();
        int at = -1;
        do {
            int end = Digits.end(version, at + 1, length);
            if (end == at + 1) {
                return null;
            }
            numbers.add(version.substring(at + 1, end));
            at = end;
        } while (at < length && version.charAt(at) == '.');
        char letter = at < length && Letters.isLower(version.charAt(at)) ? version.charAt(at++) : 0;
        List<Suffix> suffixes = new ArrayList<>();
        while (at < length && version.charAt(at) == '_') {
            int wordEnd = Letters.end(version, at + 1, length);
            int kind = SUFFIXES.indexOf(version.substring(at + 1, wordEnd));
            if (kind < 0 || kind == NO_SUFFIX) {
                return null;
            }
            at = Digits.end(version, wordEnd, length);
            suffixes.add(new Suffix(kind, version.substring(wordEnd, at)));
        }
        suffixes.add(new Suffix(NO_SUFFIX, ""));
        if (at == length) {
            return new Version(numbers, letter, suffixes, "");
        }
        boolean valid = version.startsWith("-r", at) && Digits.areDigits(version, at + 2, length);
        return valid ? new Version(numbers, letter, suffixes, version.substring(at + 2)) : null;
    }

    @Override
    int compareParsed(Version left, Version right) {
        int order = compareNumbers(left.numbers(), right.numbers());
        if (order == 0) {
            order = Character.compare(left.letter(), right.letter());
        }
        for (int i = 0; order == 0; i++) {
            Suffix a = left.suffixes().get(i);
            Suffix b = right.suffixes().get(i);
            order = a.kind() == b.kind() ? Digits.compare(a.number(), b.number()) : Integer.compare(a.kind(), b.kind());
            if (order == 0 && a.kind() == NO_SUFFIX) {
                return Digits.compare(left.revision(), right.revision());
            }
        }
        return order;
    }

    private static int compareNumbers(List<String> left, List<String> right) {
        int order = Digits.compare(left.getFirst(), right.getFirst());
        for (int i = 1; order == 0 && i < left.size() && i < right.size(); i++) {
            String a = left.get(i);
            String b = right.get(i);
            order = a.charAt(0) == '0' || b.charAt(0) == '0'
                    ? withoutLastZeros(a).compareTo(withoutLastZeros(b))
                    : Digits.compare(a, b);
        }
        return order == 0 ? Integer.compare(left.size(), right.size()) : order;
    }

    private static String withoutLastZeros(String digits) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    @Override
    SortKey place(Version version) {
        KeyBytes key = new KeyBytes().number(version.numbers().getFirst());
        for (String number : version.numbers().subList(1, version.numbers().size())) {
            if (number.charAt(0) == '0') {
                key.mark(TEXT_NUMBER).text(withoutLastZeros(number));
            } else {
                key.number(number);
            }
        }
        key.mark(END_OF_NUMBERS).mark(version.letter());
        for (Suffix suffix : version.suffixes()) {
            key.mark(suffix.kind());
            if (suffix.kind() != NO_SUFFIX) {
                key.number(suffix.number());
            }
        }
        return key.number(version.revision()).ordered();
    }
}

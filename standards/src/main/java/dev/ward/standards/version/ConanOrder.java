package dev.ward.standards.version;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of Conan versions: items between dots, then a pre-release behind `-`, then a build behind `+`.
///
/// Numbers are compared as numbers, all else as text, and a number with a text as text too. That last rule makes
/// cycles (`20 < 100 < 1a < 20`), so that a version with an item like `1a` has no key. Zeros at the end do not
/// count. A pre-release sorts before its release, a build after it.
///
/// Source: Conan 2, `conan.internal.model.version`; documentation, "Version ranges".
final class ConanOrder extends ParsedOrder<ConanOrder.Version> {

    private static final int END = 0x01;
    private static final int TEXT_BEFORE_NUMBERS = 0x02;
    private static final int TEXT_AFTER_NUMBERS = 0xFA;
    private static final int PRESENT = 0x02;
    private static final int PRE_RELEASE = 0x01;
    private static final int RELEASE = 0x02;

    /// @param items       numbers without zeros before them, or texts; no zero at the end
    /// @param preRelease  null for a release
    /// @param build       null for none, which sorts first
    record Version(
            List<String> items,
            @Nullable List<String> preRelease,
            @Nullable List<String> build) {}

    ConanOrder() {
        super("Conan version");
    }

    @Override
    @Nullable
    Version parse(String version) {
        boolean named = false;
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            named |= Letters.isLetterOrDigit(c);
            if (!Letters.isLetterOrDigit(c) && "._+-*".indexOf(c) < 0) {
                return null;
            }
        }
        if (!named) {
            return null;
        }
        int plus = version.lastIndexOf('+');
        String unbuilt = plus < 0 ? version : version.substring(0, plus);
        int hyphen = unbuilt.indexOf('-');
        return new Version(
                items(hyphen < 0 ? unbuilt : unbuilt.substring(0, hyphen)),
                hyphen < 0 ? null : items(unbuilt.substring(hyphen + 1)),
                plus < 0 ? null : items(version.substring(plus + 1)));
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int from = 0;
        int counted = 0;
        while (from <= text.length()) {
            int dot = text.indexOf('.', from);
            int end = dot < 0 ? text.length() : dot;
            boolean number = Digits.areDigits(text, from, end);
            int begin = number ? Math.min(Digits.skipZeros(text, from, end), end - 1) : from;
            String item = text.substring(begin, end);
            items.add(item);
            if (!item.equals("0")) {
                counted = items.size();
            }
            from = end + 1;
        }
        return items.subList(0, counted);
    }

    @Override
    int compareParsed(Version left, Version right) {
        int order = compareItems(left.items(), right.items());
        if (order != 0) {
            return order;
        }
        if (left.preRelease() == null || right.preRelease() == null) {
            order = Boolean.compare(left.preRelease() == null, right.preRelease() == null);
        } else {
            order = compareItems(left.preRelease(), right.preRelease());
        }
        if (order != 0) {
            return order;
        }
        if (left.build() == null || right.build() == null) {
            return Boolean.compare(left.build() != null, right.build() != null);
        }
        return compareItems(left.build(), right.build());
    }

    private static int compareItems(List<String> left, List<String> right) {
        for (int i = 0; i < left.size() && i < right.size(); i++) {
            String a = left.get(i);
            String b = right.get(i);
            int order = isNumber(a) && isNumber(b) ? Digits.compare(a, b) : a.compareTo(b);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static boolean isNumber(String item) {
        return Digits.areDigits(item, 0, item.length());
    }

    @Override
    SortKey place(Version version) {
        KeyBytes key = new KeyBytes();
        boolean exact = writeItems(version.items(), key);
        key.mark(version.preRelease() == null ? RELEASE : PRE_RELEASE);
        if (version.preRelease() != null) {
            exact &= writeItems(version.preRelease(), key);
        }
        if (version.build() != null) {
            key.mark(PRESENT);
            exact &= writeItems(version.build(), key);
        }
        return exact
                ? key.ordered()
                : new SortKey.Unordered("an item begins with a digit but is no number: Conan's order has cycles there");
    }

    /// Writes the items, or answers false when one of them has no place among numbers.
    private static boolean writeItems(List<String> items, KeyBytes key) {
        for (String item : items) {
            if (isNumber(item)) {
                key.number(item);
            } else if (item.isEmpty() || item.charAt(0) < '0') {
                key.mark(TEXT_BEFORE_NUMBERS).text(item);
            } else if (Digits.isDigit(item.charAt(0))) {
                return false;
            } else {
                key.mark(TEXT_AFTER_NUMBERS).text(item);
            }
        }
        key.mark(END);
        return true;
    }
}

package dev.ward.standards.version;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of numbers between dots, as nginx has them; zeros at the end do not count.
///
/// Source: VERS, `intdot`.
final class IntdotOrder extends ParsedOrder<List<String>> {

    IntdotOrder() {
        super("dotted-number version");
    }

    @Override
    @Nullable
    List<String> parse(String version) {
        List<String> numbers = new ArrayList<>();
        int at = -1;
        int counted = 0;
        do {
            int end = Digits.end(version, at + 1, version.length());
            if (end == at + 1) {
                return null;
            }
            numbers.add(version.substring(at + 1, end));
            if (Digits.skipZeros(version, at + 1, end) < end) {
                counted = numbers.size();
            }
            at = end;
        } while (at < version.length() && version.charAt(at) == '.');
        return at == version.length() ? numbers.subList(0, counted) : null;
    }

    @Override
    int compareParsed(List<String> left, List<String> right) {
        for (int i = 0; i < left.size() && i < right.size(); i++) {
            int order = Digits.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    @Override
    SortKey place(List<String> numbers) {
        KeyBytes key = new KeyBytes();
        numbers.forEach(key::number);
        return key.ordered();
    }
}

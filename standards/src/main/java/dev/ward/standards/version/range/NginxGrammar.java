package dev.ward.standards.version.range;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.VersConstraint.Comparator;

/// Lists of nginx's security advisories: `1.1.4-1.2.8, 1.3.9+, 0.9.10`, or `all`.
///
/// A version with `+` reaches to the end of its branch where the branch is a stable one, whose second number is even.
///
/// Source: nginx security advisories, "Vulnerable" and "Not vulnerable".
final class NginxGrammar implements RangeGrammar {

    @Override
    public void read(String nativeRange, VersionSet versions) {
        if (nativeRange.strip().equals("all")) {
            versions.or();
            return;
        }
        for (String entry : nativeRange.split(",", -1)) {
            apply(entry.strip(), versions);
            versions.or();
        }
    }

    private static void apply(String entry, VersionSet versions) {
        int hyphen = entry.indexOf('-');
        if (hyphen >= 0) {
            versions.and(Comparator.GREATER_OR_EQUAL, entry.substring(0, hyphen).strip());
            versions.and(Comparator.LESS_OR_EQUAL, entry.substring(hyphen + 1).strip());
        } else if (entry.endsWith("+")) {
            String from = entry.substring(0, entry.length() - 1);
            versions.and(Comparator.GREATER_OR_EQUAL, from);
            String[] numbers = from.split("\\.", 3);
            if (numbers.length < 2 || !NextNumber.isNumber(numbers[1])) {
                throw new IllegalArgumentException("%s is of no branch".formatted(Quoted.of(entry)));
            }
            boolean stable = (numbers[1].charAt(numbers[1].length() - 1) - '0') % 2 == 0;
            if (stable) {
                versions.and(Comparator.LESS, numbers[0] + "." + NextNumber.after(numbers[1]) + ".0");
            }
        } else {
            versions.and(Comparator.EQUAL, entry);
        }
    }
}

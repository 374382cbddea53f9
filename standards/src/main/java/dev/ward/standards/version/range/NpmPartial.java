package dev.ward.standards.version.range;

import dev.ward.standards.input.Quoted;
import java.util.ArrayList;
import java.util.List;

/// A version of which the last numbers may be missing or be `x`.
///
/// @param numbers     the numbers before the first missing one, none to three
/// @param prerelease  with its hyphen; "" where there is none
record NpmPartial(List<String> numbers, String prerelease) {

    /// Reads `1.2.3-beta+build`, `v1.2`, `1.x`, `*` or "".
    static NpmPartial parse(String text) {
        String version = text.startsWith("v") || text.startsWith("V") ? text.substring(1) : text;
        int build = version.indexOf('+');
        String unbuilt = build < 0 ? version : version.substring(0, build);
        int hyphen = unbuilt.indexOf('-');
        String prerelease = hyphen < 0 ? "" : unbuilt.substring(hyphen);
        String[] parts = (hyphen < 0 ? unbuilt : unbuilt.substring(0, hyphen)).split("\\.", 4);
        List<String> numbers = new ArrayList<>();
        boolean open = version.isEmpty();
        for (String part : parts) {
            boolean any = part.equals("x") || part.equals("X") || part.equals("*");
            if (parts.length > 3 || !(any || NextNumber.isNumber(part) || version.isEmpty())) {
                throw new IllegalArgumentException("%s is no version of npm".formatted(Quoted.of(text)));
            }
            open |= any;
            if (!open) {
                numbers.add(withoutLeadingZeros(part));
            }
        }
        return new NpmPartial(List.copyOf(numbers), numbers.size() == 3 ? prerelease : "");
    }

    int size() {
        return numbers.size();
    }

    boolean isAny() {
        return numbers.isEmpty();
    }

    boolean isWhole() {
        return numbers.size() == 3;
    }

    /// The first version that the partial one means.
    String floor() {
        return padded(numbers) + prerelease;
    }

    /// The first version behind all that have the numbers up to an index.
    String next(int index) {
        List<String> next = new ArrayList<>(numbers.subList(0, index));
        next.add(NextNumber.after(numbers.get(index)));
        return padded(next);
    }

    int leftmostNonZero() {
        for (int i = 0; i < numbers.size(); i++) {
            if (!numbers.get(i).equals("0")) {
                return i;
            }
        }
        return numbers.size() - 1;
    }

    private static String padded(List<String> numbers) {
        return String.join(".", numbers) + ".0".repeat(3 - numbers.size());
    }

    private static String withoutLeadingZeros(String number) {
        int first = 0;
        while (first < number.length() - 1 && number.charAt(first) == '0') {
            first++;
        }
        return number.substring(first);
    }
}

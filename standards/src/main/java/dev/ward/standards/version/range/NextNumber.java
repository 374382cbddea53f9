package dev.ward.standards.version.range;

import dev.ward.standards.input.Quoted;

/// Counts on in decimal digits of any length, in linear time.
final class NextNumber {

    private NextNumber() {}

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The number that follows.
    ///
    /// @throws IllegalArgumentException  for what is no number
    static String after(String number) {
        if (!isNumber(number)) {
            throw new IllegalArgumentException("%s is no number that could be counted on".formatted(Quoted.of(number)));
        }
        int carry = number.length();
        while (carry > 0 && number.charAt(carry - 1) == '9') {
            carry--;
        }
        String zeros = "0".repeat(number.length() - carry);
        if (carry == 0) {
            return "1" + zeros;
        }
        return number.substring(0, carry - 1) + (char) (number.charAt(carry - 1) + 1) + zeros;
    }
}

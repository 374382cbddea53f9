package dev.ward.standards.cpe;

/// Compares a text with unquoted wildcards at its ends to a text without.
///
/// `*` stands for any number of characters, each `?` for one or none.
///
/// Source: NISTIR 7696, 7.3.
final class WildcardMatch {

    private WildcardMatch() {}

    static boolean matches(String pattern, String target) {
        int start = 0;
        int end = pattern.length();
        boolean anyBefore = pattern.charAt(0) == '*';
        while (start < end && CpeValue.isWildcard(pattern.charAt(start))) {
            start++;
        }
        boolean anyAfter = end > start && pattern.charAt(end - 1) == '*' && !FormattedValue.isQuoted(pattern, end - 1);
        while (end > start
                && CpeValue.isWildcard(pattern.charAt(end - 1))
                && !FormattedValue.isQuoted(pattern, end - 1)) {
            end--;
        }
        int mostBefore = anyBefore ? Integer.MAX_VALUE : start;
        int mostAfter = anyAfter ? Integer.MAX_VALUE : pattern.length() - end;
        return fits(FormattedValue.unquoted(pattern.substring(start, end)), target, mostBefore, mostAfter);
    }

    private static boolean fits(String core, String target, int mostBefore, int mostAfter) {
        if (core.isEmpty()) {
            return target.length() <= (long) mostBefore + mostAfter;
        }
        long first = (long) target.length() - core.length() - mostAfter;
        int at = target.indexOf(core, (int) Math.max(0, first));
        return at >= 0 && at <= mostBefore;
    }
}

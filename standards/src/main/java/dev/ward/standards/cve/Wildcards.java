package dev.ward.standards.cve;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads versions that stand for a series: `5.10.*`, `1.x`.
final class Wildcards {

    private static final Pattern SERIES =
            Pattern.compile("(?<series>v?\\d{1,18}(?:\\.\\d{1,18}){0,9})\\.[*xX](?:\\.[*xX])*");

    private Wildcards() {}

    /// The series itself (`5.10` of `5.10.*`); null when the text is no series.
    static @Nullable String series(String text) {
        Matcher matcher = SERIES.matcher(text);
        return matcher.matches() ? matcher.group("series") : null;
    }

    /// The first version that no longer belongs to the series (`5.11` of `5.10.*`); null when the text is no series.
    static @Nullable String next(String text) {
        String series = series(text);
        if (series == null) {
            return null;
        }
        int start = Math.max(series.lastIndexOf('.'), series.startsWith("v") ? 0 : -1) + 1;
        return series.substring(0, start) + new BigInteger(series.substring(start)).add(BigInteger.ONE);
    }
}

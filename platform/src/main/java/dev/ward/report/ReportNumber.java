package dev.ward.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which of the manufacturer's reports it is, and of what.
///
/// @param type      `C` of a correction, `R` of a removal
/// @param sequence  from 1
///
/// Source: 21 CFR 806.10(c)(1).
public record ReportNumber(String type, int sequence) {

    private static final Pattern TEXT = Pattern.compile("\\b\\d{7}(\\d{3})?-\\d{1,2}/\\d{1,2}/\\d{2,4}-\\d{3}-[CR]\\b");

    /// Who has no registration number puts seven zeros in its place.
    static final String NO_REGISTRATION = "0000000";

    /// A whole number: registration, day, sequence (group 1) and type (group 2).
    static final Pattern WHOLE =
            Pattern.compile("(?<![\\d-])(?:\\d{7}|\\d{10})-\\d{1,2}/\\d{1,2}/\\d{2}-(\\d{3})-([CR])\\b");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yy", Locale.ROOT);

    /// Whether a text holds the number of such a report.
    static boolean isIn(String text) {
        return TEXT.matcher(text).find();
    }

    /// `1234567-6/1/97-001-C`
    ///
    /// @param day  on which the report is made
    String text(@Nullable String registration, LocalDate day) {
        return "%s-%s-%03d-%s"
                .formatted(registration == null ? NO_REGISTRATION : registration, DAY.format(day), sequence, type);
    }
}

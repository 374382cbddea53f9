package dev.ward.table;

import dev.ward.standards.input.Quoted;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates as their order was chosen; never guesses it.
///
/// Source: ISO 8601-1:2019, 5.2.2, 5.4.
public final class DateReader {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](.+))?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern OTHER = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{2,4})(?:,? (.+))?");
    private static final Pattern ZONED = Pattern.compile(".*[+-]\\d\\d(:?\\d\\d)?");
    private static final int MOST_KNOWN = 10_000;
    private static final int LONGEST_KNOWN = 40;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final @Nullable DateOrder order;

    /// A column of a million cells holds a few thousand days.
    private final Map<String, Parts> known = new HashMap<>();

    public DateReader(@Nullable DateOrder order) {
        this.order = order;
    }

    public LocalDate date(String text) throws Unfit {
        return parts(text).date();
    }

    /// A date without a time is its beginning, a time without a zone is of UTC.
    public Instant instant(String text) throws Unfit {
        Parts parts = parts(text);
        if (parts.time() == null) {
            return parts.date().atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        try {
            String time = parts.time().strip();
            boolean isZoned = time.endsWith("Z") || ZONED.matcher(time).matches();
            return isZoned
                    ? OffsetDateTime.parse(parts.date() + "T" + time).toInstant()
                    : parts.date().atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Unfit(Unfit.Kind.WRONG_DATE, "%s holds no time of day".formatted(Quoted.of(text)));
        }
    }

    private record Parts(LocalDate date, @Nullable String time) {}

    private Parts parts(String text) throws Unfit {
        Parts before = known.get(text);
        if (before != null) {
            return before;
        }
        Parts parts = read(text);
        if (text.length() <= LONGEST_KNOWN && known.size() < MOST_KNOWN) {
            known.put(text, parts);
        }
        return parts;
    }

    private Parts read(String text) throws Unfit {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return new Parts(day(text, iso.group(1), iso.group(2), iso.group(3)), iso.group(4));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return new Parts(day(text, compact.group(1), compact.group(2), compact.group(3)), null);
        }
        Matcher other = OTHER.matcher(text);
        if (!other.matches()) {
            throw new Unfit(Unfit.Kind.WRONG_DATE, "%s is no date".formatted(Quoted.of(text)));
        }
        if (order == null || order == DateOrder.ISO) {
            throw new Unfit(
                    Unfit.Kind.DATE_ORDER, "%s may be two dates, and no order was chosen".formatted(Quoted.of(text)));
        }
        if (other.group(4).length() != 4) {
            throw new Unfit(
                    Unfit.Kind.WRONG_DATE,
                    "%s has a year of %d digits"
                            .formatted(Quoted.of(text), other.group(4).length()));
        }
        boolean dayFirst = order == DateOrder.DAY_FIRST;
        return new Parts(
                day(text, other.group(4), other.group(dayFirst ? 3 : 1), other.group(dayFirst ? 1 : 3)),
                other.group(5));
    }

    private static LocalDate day(String text, String year, String month, String day) throws Unfit {
        int of = Integer.parseInt(year);
        try {
            if (of >= FIRST_YEAR && of <= LAST_YEAR) {
                return LocalDate.of(of, Integer.parseInt(month), Integer.parseInt(day));
            }
        } catch (DateTimeException e) {
            throw new Unfit(Unfit.Kind.WRONG_DATE, "there is no such day: %s".formatted(Quoted.of(text)));
        }
        throw new Unfit(Unfit.Kind.WRONG_DATE, "nothing here is of the year %d: %s".formatted(of, Quoted.of(text)));
    }
}

package dev.ward.standards.gudid;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the values of a record, which XML writes as text and JSON sometimes too; what is empty is null.
final class Fields {

    /// More than any field of GUDID may have.
    private static final int LONGEST_TEXT = 8_000;

    private static final int MOST_ITEMS = 2_000;
    private static final int DATE = "YYYY-MM-DD".length();

    private final Cursor cursor;
    private final UnreadReport report;

    Fields(Cursor cursor, UnreadReport report) {
        this.cursor = cursor;
        this.report = report;
    }

    @Nullable
    String text(String what) throws IOException, UnreadableInput {
        String text = cursor.scalar();
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_TEXT) {
            report.lost(cursor.location(), what, "is longer than %d characters".formatted(LONGEST_TEXT));
            return null;
        }
        return text.indexOf('\n') < 0
                ? text.strip()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    @Nullable
    Integer number(String what) throws IOException, UnreadableInput {
        String text = text(what);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            report.lost(cursor.location(), what, "is no whole number: " + Quoted.of(text));
            return null;
        }
    }

    @Nullable
    Boolean bool(String what) throws IOException, UnreadableInput {
        String text = text(what);
        if (text == null) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        report.lost(cursor.location(), what, "is neither true nor false: " + Quoted.of(text));
        return null;
    }

    /// A day, without the time that some publish with it.
    @Nullable
    LocalDate date(String what) throws IOException, UnreadableInput {
        String text = text(what);
        if (text == null) {
            return null;
        }
        try {
            boolean timed = text.length() > DATE && text.charAt(DATE) == 'T';
            return LocalDate.parse(timed ? text.substring(0, DATE) : text);
        } catch (DateTimeException e) {
            report.lost(cursor.location(), what, "is no date: " + Quoted.of(text));
            return null;
        }
    }

    /// Reads each item of a list, which is either one or an object whose field `item` repeats or is a list.
    void items(String item, Cursor.ItemReading reading) throws IOException, UnreadableInput {
        if (cursor.isList()) {
            cursor.eachItem(reading);
        } else if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                if (field.equals(item) && cursor.isList()) {
                    cursor.eachItem(reading);
                } else if (field.equals(item)) {
                    reading.read();
                }
            }
        }
    }

    /// Adds to a list, as long as it is not longer than any record's.
    <T> void add(List<T> list, T value, String what) {
        if (list.size() < MOST_ITEMS) {
            list.add(value);
        } else {
            report.lost(cursor.location(), what, "a record has at most %d of them".formatted(MOST_ITEMS));
        }
    }
}

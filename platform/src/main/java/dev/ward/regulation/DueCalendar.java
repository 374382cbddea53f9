package dev.ward.regulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Writes what is due as a calendar that other programs read.
///
/// Source: RFC 5545.
public final class DueCalendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /// Octets of a line, its end not counted.
    private static final int LONGEST = 75;

    private final StringBuilder text = new StringBuilder();

    private DueCalendar() {}

    /// @param at  when it was read
    public static String of(List<Obligation> obligations, Instant at) {
        DueCalendar calendar = new DueCalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Ward//Obligations//EN");
        calendar.line("CALSCALE:GREGORIAN");
        obligations.forEach(one -> calendar.event(one, at));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Obligation one, Instant at) {
        line("BEGIN:VEVENT");
        line("UID:" + one.id() + "@ward");
        line("DTSTAMP:" + INSTANT.format(at));
        if (one.lastDay() == null) {
            line("DTSTART:" + INSTANT.format(one.endsAt()));
        } else {
            line("DTSTART;VALUE=DATE:" + DAY.format(one.lastDay()));
        }
        line("SUMMARY:" + escaped("%s (%s, %s)".formatted(one.name(), one.clock(), one.number())));
        line("DESCRIPTION:"
                + escaped("%s. %s. Owed to: %s. Days of %s."
                        .formatted(
                                one.state().title(),
                                one.missing().isEmpty() ? "Nothing stops it" : "To be done: " + one.doing(),
                                one.authority(),
                                one.zone())));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /// A line that is too long goes on behind a line end and a space, never within a character.
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); i = content.offsetByCodePoints(i, 1)) {
            String one = content.substring(i, content.offsetByCodePoints(i, 1));
            int more = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += more;
        }
        text.append("\r\n");
    }
}

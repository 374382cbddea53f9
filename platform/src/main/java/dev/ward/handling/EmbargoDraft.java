package dev.ward.handling;

import dev.ward.web.Times;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What somebody says of an embargo.
///
/// A [dev.ward.web.ProblemException] says what cannot be taken.
///
/// @param until   in the zone's own time, `2026-12-24T18:00`
/// @param zone    of the IANA database, `Europe/Berlin`
/// @param onLeak  what happens when it becomes known before; needed
public record EmbargoDraft(
        @Nullable String until,
        @Nullable String zone,
        @Nullable String onLeak) {

    private static final int LONGEST = 2_000;

    /// @throws dev.ward.web.ProblemException  when something is missing or cannot be
    Embargo embargo() {
        String leak = TypedText.lines("onLeak", onLeak, LONGEST);
        if (leak == null) {
            throw TypedText.refused("onLeak", "Say what happens when it leaks.", "is missing");
        }
        ZoneId known = place();
        return new Embargo(instant(known), known, leak);
    }

    private ZoneId place() {
        try {
            return ZoneId.of(TypedText.required("zone", zone, 60));
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    "zone", "\"%s\" is no time zone such as Europe/Berlin.".formatted(zone), "is no zone");
        }
    }

    private java.time.Instant instant(ZoneId known) {
        String text = TypedText.required("until", until, 40);
        try {
            return Times.bounded(LocalDateTime.parse(text).atZone(known).toInstant());
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    "until", "\"%s\" is no time such as 2026-12-24T18:00.".formatted(text), "is no time");
        }
    }
}

package dev.ward.portal;

import dev.ward.device.DeviceId;
import dev.ward.table.Row;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One line of a customer's file, before it is known what it means.
///
/// @param draft    null when it could not be read
/// @param trouble  why it could not; null when it could
record ClaimLine(
        int line,
        String content,
        @Nullable ClaimDraft draft,
        @Nullable String trouble) {

    private static final int LONGEST_CONTENT = 2_000;

    /// @param columns  by heading, in small letters
    /// @param sites    the customer's
    static ClaimLine of(Row row, Map<String, Integer> columns, List<Said.Place> sites) {
        int line = Math.toIntExact(Math.min(row.line(), Integer.MAX_VALUE));
        String content = content(row);
        if (row.isBroken()) {
            return new ClaimLine(
                    line,
                    content,
                    null,
                    "In this line " + row.flaws().getFirst().words() + ".");
        }
        try {
            return new ClaimLine(line, content, draft(new Cells(row, columns), sites), null);
        } catch (ProblemException e) {
            return new ClaimLine(line, content, null, sentence(e));
        }
    }

    ClaimLine refused(ProblemException problem) {
        return new ClaimLine(line, content, null, sentence(problem));
    }

    private static String sentence(ProblemException problem) {
        return Objects.requireNonNullElse(problem.detail(), "This line cannot be taken.");
    }

    private static String content(Row row) {
        StringBuilder content = new StringBuilder();
        for (String cell : row.cells()) {
            if (content.length() < LONGEST_CONTENT) {
                content.append(content.isEmpty() ? "" : " · ")
                        .append(cell, 0, Math.min(cell.length(), LONGEST_CONTENT - content.length()));
            }
        }
        return content.toString().replace("\0", "");
    }

    private record Cells(Row row, Map<String, Integer> columns) {

        String text(String heading) {
            Integer column = columns.get(heading);
            return column == null ? "" : row.cell(column).strip();
        }
    }

    private static ClaimDraft draft(Cells cells, List<Said.Place> sites) {
        return new ClaimDraft(
                device(cells.text("device")),
                cells.text("udi"),
                cells.text("product"),
                cells.text("serial"),
                cells.text("lot"),
                presence(cells.text("presence")),
                null,
                cells.text("release"),
                date(cells.text("since")),
                site(cells.text("site"), sites),
                networked(cells.text("networked")),
                cells.text("note"));
    }

    private static @Nullable DeviceId device(String text) {
        try {
            return text.isEmpty() ? null : DeviceId.of(text);
        } catch (IllegalArgumentException e) {
            throw TypedText.refused("device", "There is no device \"%s\" among yours.".formatted(text), "is none");
        }
    }

    private static Presence presence(String text) {
        return Objects.requireNonNullElse(
                Worded.typed("presence", text.toLowerCase(Locale.ROOT), Presence.values()), Presence.HERE);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw TypedText.refused("since", "\"%s\" is not a date such as 2026-11-30.".formatted(text), "is no date");
        }
    }

    private static dev.ward.customer.@Nullable SiteId site(String text, List<Said.Place> sites) {
        return text.isEmpty()
                ? null
                : sites.stream()
                        .filter(place -> place.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> TypedText.refused(
                                "site", "You have no site \"%s\".".formatted(text), "is none of your sites"))
                        .id();
    }

    private static @Nullable Boolean networked(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "unknown" -> null;
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default ->
                throw TypedText.refused(
                        "networked", "\"%s\" is neither yes nor no.".formatted(text), "is neither yes nor no");
        };
    }
}

package dev.ward.assessment.past;

import dev.ward.standards.advisory.Ids;
import dev.ward.standards.cvss.CvssVector;
import dev.ward.standards.input.Quoted;
import dev.ward.table.Row;
import dev.ward.table.RowNote;
import dev.ward.table.TableComparison;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads rows of past decisions.
final class PastLineReader implements TableComparison.Lines {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern SCORE = Pattern.compile("10([.,]0)?|\\d([.,]\\d)?");

    private final PastCells cells;
    private long number;

    PastLineReader(PastMapping mapping, List<String> headings, Instant now, Consumer<RowNote<PastRule>> notes) {
        this.cells = new PastCells(mapping, headings, now, notes);
    }

    /// @return null for a row that is broken, so that no cell of it can be trusted
    @Override
    public @Nullable PastLine read(Row row) {
        number++;
        cells.next(row);
        if (row.isBroken()) {
            return null;
        }
        PastLine.Place place = place();
        PastLine.Judged judged = judged();
        PastLine.Kept kept = new PastLine.Kept(
                cells.text(PastField.DECISION, LONGEST_TEXT),
                cells.text(PastField.DECIDED_BY, LONGEST_NAME),
                cells.past(PastField.DECIDED_ON),
                cells.text(PastField.REFERENCE, LONGEST_TEXT),
                cells.text(PastField.NOTES, LONGEST_TEXT));
        return cells.isRefused()
                ? PastLine.refused(number, cells.line(), place)
                : new PastLine(number, cells.line(), place, judged, kept);
    }

    private PastLine.Place place() {
        String product = needed(PastField.PRODUCT, PastRule.NO_PRODUCT, cells.text(PastField.PRODUCT, LONGEST_NAME));
        String model = cells.text(PastField.MODEL, LONGEST_NAME);
        String release = needed(PastField.RELEASE, PastRule.NO_RELEASE, cells.number(PastField.RELEASE, LONGEST_NAME));
        String component = cells.text(PastField.COMPONENT, LONGEST_NAME);
        String vulnerability = needed(PastField.VULNERABILITY, PastRule.NO_VULNERABILITY, vulnerability());
        return new PastLine.Place(product, model, release, component == null ? "" : component, vulnerability);
    }

    /// @return empty in a row that is refused for it
    private String needed(PastField field, PastRule rule, @Nullable String text) {
        if (text == null && !cells.isRefused(field)) {
            cells.note(rule, field, "", "the row names no " + field.title().toLowerCase(Locale.ROOT));
        }
        return text == null ? "" : text;
    }

    /// As sources write it; whether one knows it is asked later.
    private @Nullable String vulnerability() {
        String text = cells.text(PastField.VULNERABILITY, LONGEST_NAME);
        if (text == null || !text.toUpperCase(Locale.ROOT).startsWith("CVE")) {
            return text;
        }
        String name = text.toUpperCase(Locale.ROOT);
        if (!Ids.isCve(name)) {
            cells.note(
                    PastRule.WRONG_VULNERABILITY,
                    PastField.VULNERABILITY,
                    text,
                    Quoted.of(text) + " is no name of a CVE");
            return null;
        }
        return name;
    }

    private PastLine.Judged judged() {
        String status = needed(PastField.STATUS, PastRule.NO_STATUS, cells.word(PastField.STATUS));
        String justification = cells.word(PastField.JUSTIFICATION);
        String exploitability = cells.word(PastField.EXPLOITABILITY);
        String harm = cells.word(PastField.HARM);
        String verdict = cells.word(PastField.VERDICT);
        String cvss = cvss();
        return new PastLine.Judged(status, justification, cvss, exploitability, harm, verdict);
    }

    private @Nullable String cvss() {
        String text = cells.text(PastField.CVSS, LONGEST_NAME);
        if (text == null || CvssVector.tryParse(text).isPresent()) {
            return text;
        }
        if (SCORE.matcher(text).matches()) {
            return text.replace(',', '.');
        }
        cells.note(
                PastRule.WRONG_CVSS, PastField.CVSS, text, Quoted.of(text) + " is neither a CVSS vector nor a score");
        return null;
    }
}

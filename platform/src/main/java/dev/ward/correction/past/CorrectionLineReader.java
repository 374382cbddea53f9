package dev.ward.correction.past;

import dev.ward.standards.input.TableResource;
import dev.ward.table.HeadingWords;
import dev.ward.table.Row;
import dev.ward.table.RowCells;
import dev.ward.table.RowNote;
import dev.ward.table.TableComparison;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads rows of past corrections.
final class CorrectionLineReader implements TableComparison.Lines {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final Map<String, String> WORDS = words();

    private final Cells cells;
    private long number;

    CorrectionLineReader(
            CorrectionMapping mapping, List<String> headings, Instant now, Consumer<RowNote<CorrectionRule>> notes) {
        this.cells = new Cells(mapping, headings, now, notes);
    }

    private static final class Cells extends RowCells<CorrectionField, CorrectionRule> {

        private static final Blanks BLANKS = new Blanks(Cells::isBlank, Cells::isBlank);

        private Cells(
                CorrectionMapping mapping,
                List<String> headings,
                Instant now,
                Consumer<RowNote<CorrectionRule>> notes) {
            super(CorrectionField.TABLE, CorrectionRule.class, mapping, headings, now, BLANKS, notes);
        }

        private static boolean isBlank(String text) {
            String word = text.strip();
            return word.isEmpty() || word.equals("-") || word.equals("–") || word.equals("—");
        }
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        for (List<String> row : TableResource.cells(CorrectionLineReader.class, "words.tsv", 2)) {
            for (String word : row.getFirst().split("\\|")) {
                words.put(word, row.get(1));
            }
        }
        return words;
    }

    /// @return null for a row that is broken, so that no cell of it can be trusted
    @Override
    public @Nullable CorrectionLine read(Row row) {
        number++;
        cells.next(row);
        if (row.isBroken()) {
            return null;
        }
        String product = needed(
                CorrectionField.PRODUCT,
                CorrectionRule.NO_PRODUCT,
                cells.text(CorrectionField.PRODUCT, LONGEST_NAME),
                "the row names no product");
        LocalDate decidedOn = cells.past(CorrectionField.DECIDED_ON);
        if (decidedOn == null && !cells.isRefused(CorrectionField.DECIDED_ON)) {
            cells.note(CorrectionRule.NO_DATE, CorrectionField.DECIDED_ON, "", "the row names no day");
        }
        String what = needed(
                CorrectionField.WHAT,
                CorrectionRule.NO_WHAT,
                cells.text(CorrectionField.WHAT, LONGEST_TEXT),
                "the row does not say what was done");
        String reported = needed(
                CorrectionField.REPORTED,
                CorrectionRule.NO_REPORTED,
                cells.word(
                        CorrectionField.REPORTED,
                        CorrectionRule.WRONG_WORD,
                        word -> WORDS.get(HeadingWords.plain(word))),
                "the row does not say whether it was reported");
        String reportNumber = cells.number(CorrectionField.REPORT_NUMBER, LONGEST_NAME);
        String justification = cells.text(CorrectionField.JUSTIFICATION, LONGEST_TEXT);
        warn(reported, reportNumber, justification);
        CorrectionLine read = new CorrectionLine(
                number,
                cells.line(),
                product,
                decidedOn,
                what,
                reported,
                reportNumber,
                justification,
                cells.text(CorrectionField.DECIDED_BY, LONGEST_NAME),
                cells.text(CorrectionField.REFERENCE, LONGEST_TEXT));
        return cells.isRefused() ? refused(read) : read;
    }

    private static CorrectionLine refused(CorrectionLine read) {
        return new CorrectionLine(
                read.number(), read.line(), read.product(), read.decidedOn(), read.what(), "", null, null, null, null);
    }

    /// @return empty in a row that is refused for it
    private String needed(CorrectionField field, CorrectionRule rule, @Nullable String text, String reason) {
        if (text == null && !cells.isRefused(field)) {
            cells.note(rule, field, "", reason);
        }
        return text == null ? "" : text;
    }

    private void warn(String reported, @Nullable String reportNumber, @Nullable String justification) {
        if (reported.equals("yes") && reportNumber == null && !cells.isRefused(CorrectionField.REPORT_NUMBER)) {
            cells.note(
                    CorrectionRule.REPORTED_UNNUMBERED,
                    CorrectionField.REPORT_NUMBER,
                    "",
                    "it was reported, and the row names no number");
        }
        if (reported.equals("no") && justification == null && !cells.isRefused(CorrectionField.JUSTIFICATION)) {
            cells.note(
                    CorrectionRule.UNREPORTED_UNJUSTIFIED,
                    CorrectionField.JUSTIFICATION,
                    "",
                    "it was not reported, and the row does not say why");
        }
    }
}

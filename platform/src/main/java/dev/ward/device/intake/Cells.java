package dev.ward.device.intake;

import dev.ward.standards.input.Quoted;
import dev.ward.table.CellText;
import dev.ward.table.RowCells;
import dev.ward.table.RowNote;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The cells of a row about a device.
final class Cells extends RowCells<Field, Rule> {

    private static final Blanks BLANKS = new Blanks(String::isBlank, Words::isBlank);

    /// @param now  what is later is refused
    Cells(Mapping mapping, List<String> headings, Instant now, Consumer<RowNote<Rule>> notes) {
        super(Field.TABLE, Rule.class, mapping, headings, now, BLANKS, notes);
    }

    @Override
    protected void look(Field field, String raw, String text) {
        if (CellText.startsLikeFormula(text)) {
            note(Rule.LIKE_FORMULA, field, raw, "it begins like a formula: " + Quoted.of(text));
        }
    }

    @Nullable
    String networked() {
        return word(Field.NETWORKED, Rule.WRONG_WORD, Words::truth);
    }

    @Nullable
    String status() {
        return word(Field.STATUS, Rule.WRONG_WORD, Words::status);
    }

    @Nullable
    String customerKind() {
        return word(Field.CUSTOMER_KIND, Rule.WRONG_WORD, Words::customerKind);
    }

    @Nullable
    String country() {
        return word(Field.COUNTRY, Rule.WRONG_WORD, Words::country);
    }
}

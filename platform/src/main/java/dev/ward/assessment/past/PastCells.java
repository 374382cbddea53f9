package dev.ward.assessment.past;

import dev.ward.table.RowCells;
import dev.ward.table.RowNote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The cells of a row of past decisions.
final class PastCells extends RowCells<PastField, PastRule> {

    private static final Blanks BLANKS = new Blanks(PastCells::isBlank, PastCells::isBlank);

    private final PastMapping mapping;

    /// @param now  what was decided later is refused
    PastCells(PastMapping mapping, List<String> headings, Instant now, Consumer<RowNote<PastRule>> notes) {
        super(PastField.TABLE, PastRule.class, mapping, headings, now, BLANKS, notes);
        this.mapping = mapping;
    }

    private static boolean isBlank(String text) {
        String word = text.strip();
        return word.isEmpty() || word.equals("-") || word.equals("–") || word.equals("—");
    }

    /// Ours for a word that the mapping explains, or that is known.
    @Nullable
    String word(PastField field) {
        Map<String, String> explained = mapping.words().getOrDefault(field, Map.of());
        return word(field, PastRule.WRONG_WORD, text -> {
            String said = explained.get(PastMappingBody.key(text));
            return said == null ? PastWords.of(field, text) : said;
        });
    }
}

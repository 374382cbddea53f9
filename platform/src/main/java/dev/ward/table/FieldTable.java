package dev.ward.table;

import dev.ward.standards.input.TableResource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// All fields of an import, in the order in which a person is asked: `fields.tsv` beside their enum has
/// the word, title, explanation and usual headings of each.
public final class FieldTable<F extends Enum<F> & TableField> {

    static final int TITLE = 1;
    static final int ABOUT = 2;
    private static final int HEADINGS = 3;

    private final Class<F> type;
    private final Map<String, List<String>> rows = new HashMap<>();

    public FieldTable(Class<F> type) {
        this.type = type;
        for (List<String> cells : TableResource.cells(type, "fields.tsv", HEADINGS + 1)) {
            rows.put(cells.getFirst(), cells);
        }
    }

    Class<F> type() {
        return type;
    }

    F[] all() {
        return type.getEnumConstants();
    }

    String text(TableField field, int cell) {
        List<String> row = rows.get(field.word());
        if (row == null) {
            throw new IllegalStateException("fields.tsv lacks \"%s\"".formatted(field.word()));
        }
        return row.get(cell);
    }

    /// As people read them, by their words.
    public SequencedMap<String, String> titles() {
        SequencedMap<String, String> titles = new LinkedHashMap<>();
        for (F field : all()) {
            titles.put(field.word(), field.title());
        }
        return titles;
    }

    /// What those are whose titles do not say it, by their titles.
    public SequencedMap<String, String> abouts() {
        SequencedMap<String, String> abouts = new LinkedHashMap<>();
        for (F field : all()) {
            if (!field.about().isEmpty()) {
                abouts.put(field.title(), field.about());
            }
        }
        return abouts;
    }

    public Optional<F> of(String word) {
        for (F field : all()) {
            if (field.word().equals(word)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /// Which column holds which field, by its heading alone.
    public Map<F, String> guess(List<String> headings) {
        Map<String, F> known = new HashMap<>();
        for (F field : all()) {
            for (String heading : text(field, HEADINGS).split("\\|")) {
                known.putIfAbsent(heading, field);
            }
            known.putIfAbsent(HeadingWords.plain(field.word()), field);
            known.putIfAbsent(HeadingWords.plain(field.title()), field);
        }
        return HeadingWords.guess(headings, known);
    }
}

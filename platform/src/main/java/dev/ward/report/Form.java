package dev.ward.report;

import dev.ward.handling.CaseNumber;
import dev.ward.standards.input.TableResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a form asks for, in its order. The list is data: `forms.tsv`.
record Form(DraftKind kind, List<Line> lines) {

    private static final int COLUMNS = 6;
    private static final List<List<String>> ALL = TableResource.cells(Form.class, "forms.tsv", COLUMNS);

    Form {
        lines = List.copyOf(lines);
    }

    /// @param number   as the form has it: `B5`
    /// @param title    in our words
    /// @param source   the field of Ward that it is taken from, in words
    /// @param missing  what is said while it is not known
    /// @param place    the page on which it is entered, `{case}` in place of the case; empty for none
    record Line(String number, String title, String source, String missing, String place) {}

    static Form of(DraftKind kind) {
        return new Form(
                kind,
                ALL.stream()
                        .filter(cells -> cells.getFirst().equals(kind.slug()))
                        .map(cells -> new Line(cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5)))
                        .toList());
    }

    /// The pages on which items are entered, by the item's number.
    Map<String, String> places(CaseNumber number) {
        return lines.stream()
                .filter(line -> !line.place().isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        Line::number, line -> line.place().replace("{case}", number.text())));
    }
}

package dev.ward.report;

import dev.ward.report.DraftItem.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A form as it is filled. What nothing is put into stays missing, with the form's words for it.
final class FilledForm {

    private final Form form;
    private final Set<String> numbers;
    private final Map<String, List<Content>> contents = new HashMap<>();
    private final Map<String, List<String>> lacking = new HashMap<>();

    FilledForm(Form form) {
        this.form = form;
        this.numbers = form.lines().stream().map(Form.Line::number).collect(Collectors.toSet());
    }

    /// @param text  null or empty when it is not known
    void put(String number, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            put(number, new Content.Words(text));
        }
    }

    /// One a line.
    ///
    /// @param lines  empty when nothing is known
    void put(String number, List<String> lines) {
        put(number, String.join("\n", lines));
    }

    void put(String number, Content content) {
        of(contents, number).add(content);
    }

    /// Says what is missing beside what is there.
    ///
    /// @param missing  null when nothing is
    void lack(String number, @Nullable String missing) {
        if (missing != null) {
            of(lacking, number).add(missing);
        }
    }

    /// Whether nothing is put into it yet.
    boolean isEmpty(String number) {
        return of(contents, number).isEmpty();
    }

    /// The same in the words of the form.
    void lackStill(String number) {
        lack(
                number,
                form.lines().stream()
                        .filter(line -> line.number().equals(number))
                        .map(Form.Line::missing)
                        .findFirst()
                        .orElseThrow());
    }

    /// @param part  of which the items are, `event 1`; empty for a form that is filled once
    List<DraftItem> items(String part) {
        List<DraftItem> items = new ArrayList<>();
        for (Form.Line line : form.lines()) {
            List<Content> known = contents.getOrDefault(line.number(), List.of());
            List<String> lacks =
                    lacking.getOrDefault(line.number(), known.isEmpty() ? List.of(line.missing()) : List.of());
            items.add(new DraftItem(
                    DraftItem.within(part, line.number()),
                    line.title(),
                    line.source(),
                    known,
                    lacks.isEmpty() ? null : String.join(" ", lacks)));
        }
        return items;
    }

    private <T> List<T> of(Map<String, List<T>> map, String number) {
        if (!numbers.contains(number)) {
            throw new IllegalArgumentException("%s has no item \"%s\"".formatted(form.kind(), number));
        }
        return map.computeIfAbsent(number, _ -> new ArrayList<>());
    }
}

package dev.ward.table;

import dev.ward.standards.input.TableResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the rules of an import mean to people: `rules.tsv` beside their enum.
public final class RuleTexts {

    static final int TITLE = 1;
    static final int OUTCOME = 2;
    static final int WHAT_TO_DO = 3;

    private final Map<String, List<String>> rows = new HashMap<>();

    /// @param rules  the enum
    public RuleTexts(Class<?> rules) {
        for (List<String> cells : TableResource.cells(rules, "rules.tsv", WHAT_TO_DO + 1)) {
            rows.put(cells.getFirst(), cells);
        }
    }

    String of(RowRule rule, int cell) {
        List<String> row = rows.get(rule.word());
        if (row == null) {
            throw new IllegalStateException("rules.tsv lacks \"%s\"".formatted(rule.word()));
        }
        return row.get(cell);
    }
}

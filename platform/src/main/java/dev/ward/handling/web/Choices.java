package dev.ward.handling.web;

import dev.ward.handling.ScopeRow;
import dev.ward.identity.AccountId;
import dev.ward.web.Worded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What the lists of forms offer: what is sent, and its words.
public final class Choices {

    private Choices() {}

    public static SequencedMap<String, String> of(Worded... choices) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (Worded choice : choices) {
            options.put(choice.word(), choice.title());
        }
        return options;
    }

    public static SequencedMap<String, String> of(Map<AccountId, String> people) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        people.forEach((id, name) -> options.put(id.toString(), name));
        return options;
    }

    /// The products of releases, each once.
    public static SequencedMap<String, String> ofProducts(List<ScopeRow> rows) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        rows.forEach(row -> options.putIfAbsent(row.productId().toString(), row.product()));
        return options;
    }
}

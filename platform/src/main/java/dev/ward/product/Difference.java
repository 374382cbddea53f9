package dev.ward.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing of which two versions of a profile say something else.
///
/// @param before  null when the first version did not say it
/// @param after   null when the second version does not say it
public record Difference(
        String name,
        String label,
        @Nullable String before,
        @Nullable String after) {

    /// What differs, in the order of a profile.
    static List<Difference> between(Profile before, Profile after) {
        Map<String, Difference> all = new LinkedHashMap<>();
        after.facts()
                .forEach(fact -> all.put(fact.name(), new Difference(fact.name(), fact.label(), null, fact.text())));
        before.facts()
                .forEach(fact -> all.merge(
                        fact.name(),
                        new Difference(fact.name(), fact.label(), fact.text(), null),
                        (now, then) -> new Difference(now.name, now.label, then.before, now.after)));
        List<Difference> differences = new ArrayList<>(all.values());
        differences.removeIf(one -> Objects.equals(one.before, one.after));
        return differences;
    }
}

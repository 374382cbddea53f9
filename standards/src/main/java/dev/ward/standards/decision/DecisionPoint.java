package dev.ward.standards.decision;

import dev.ward.standards.input.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A question that decides, or the outcome of a decision, with the values that it may have.
///
/// @param id      with namespace, key and version, `ssvc:E:1.1.0`
/// @param values  from the least to the most grave
public record DecisionPoint(String id, String name, List<Value> values) {

    /// @param key  short, as it stands in a vector
    public record Value(String key, String name) {}

    /// @throws IllegalArgumentException  when it has no value, or two with one key
    public DecisionPoint {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("%s has no values".formatted(Quoted.of(id)));
        }
        Set<String> keys = new HashSet<>();
        for (Value value : values) {
            if (!keys.add(value.key())) {
                throw new IllegalArgumentException(
                        "%s has two values %s".formatted(Quoted.of(id), Quoted.of(value.key())));
            }
        }
    }

    public Optional<Value> find(String key) {
        return values.stream().filter(value -> value.key().equals(key)).findFirst();
    }

    /// @throws IllegalArgumentException  when it has no such value
    public Value get(String key) {
        return find(key)
                .orElseThrow(() ->
                        new IllegalArgumentException("%s has no value %s".formatted(Quoted.of(id), Quoted.of(key))));
    }
}

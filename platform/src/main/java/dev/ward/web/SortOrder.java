package dev.ward.web;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// What a list is sorted by: `name`, or `-name` for descending.
public record SortOrder(String key, boolean descending) {

    public static SortOrder ascending(String key) {
        return new SortOrder(key, false);
    }

    public static SortOrder descending(String key) {
        return new SortOrder(key, true);
    }

    /// Reads the parameter `sort`.
    ///
    /// @param text     null when it is absent
    /// @param allowed  the keys that the list knows; nothing else ever reaches a statement
    /// @throws ProblemException  when the key is not among them
    public static SortOrder parse(@Nullable String text, Collection<String> allowed, SortOrder otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        boolean descending = text.startsWith("-");
        String key = descending ? text.substring(1) : text;
        if (!allowed.contains(key)) {
            throw ProblemException.of(
                            Problem.INVALID,
                            "This list cannot be sorted by \"%s\". It knows: %s."
                                    .formatted(key, String.join(", ", allowed)))
                    .with("sort", "not a known order");
        }
        return new SortOrder(key, descending);
    }

    public SortOrder reversed() {
        return new SortOrder(key, !descending);
    }

    @Override
    public String toString() {
        return descending ? "-" + key : key;
    }
}

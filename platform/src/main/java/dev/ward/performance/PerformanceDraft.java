package dev.ward.performance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is worked on until it is approved.
///
/// @param number     under which it would be approved
/// @param basedOn    the version from which it was copied; null when there was none
/// @param revision   grows with each change
/// @param authors    who has changed it, the first first
/// @param sha256     of what would be approved; another one as soon as anything changes
/// @param obstacles  why it cannot be approved yet, in sentences; empty when it can
public record PerformanceDraft(
        UUID id,
        Subject subject,
        int number,
        @Nullable Integer basedOn,
        int revision,
        Instant started,
        Instant changed,
        List<Entry> entries,
        List<Author> authors,
        String sha256,
        List<String> obstacles) {

    /// @param revision  of this function alone
    public record Entry(EssentialFunction function, int revision) {}

    public PerformanceDraft {
        entries = List.copyOf(entries);
        authors = List.copyOf(authors);
        obstacles = List.copyOf(obstacles);
    }

    public List<EssentialFunction> functions() {
        return entries.stream().map(Entry::function).toList();
    }

    public Optional<Entry> find(FunctionId id) {
        return entries.stream()
                .filter(entry -> entry.function().id().equals(id))
                .findFirst();
    }
}

package dev.ward.performance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A version that was approved. It stays as it was, and readable, for ever.
///
/// @param number   from 1 on
/// @param inForce  false when a later version has superseded it
/// @param content  what was approved, in its canonical form
public record PerformanceVersion(
        UUID id,
        Subject subject,
        int number,
        boolean inForce,
        List<EssentialFunction> functions,
        List<Author> authors,
        Approval approval,
        String content) {

    public PerformanceVersion {
        functions = List.copyOf(functions);
        authors = List.copyOf(authors);
    }

    public Optional<EssentialFunction> find(FunctionId id) {
        return functions.stream().filter(function -> function.id().equals(id)).findFirst();
    }
}

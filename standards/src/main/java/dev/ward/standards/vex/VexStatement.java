package dev.ward.standards.vex;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a document says of one vulnerability in one product.
///
/// @param vulnerability  every id by which it calls it, the first its own; never empty
/// @param product        what it speaks of
/// @param justification  in the format's own word; empty when it gives none
/// @param words          what else it says, in sentences; may be empty
/// @param at             when it was said; null when neither the statement nor the document dates it
public record VexStatement(
        List<String> vulnerability,
        VexProduct product,
        VexStatus status,
        String justification,
        String words,
        @Nullable Instant at) {

    public VexStatement {
        vulnerability = List.copyOf(vulnerability);
        if (vulnerability.isEmpty()) {
            throw new IllegalArgumentException("a statement names no vulnerability: \"%s\"".formatted(product.name()));
        }
    }
}

package dev.ward.standards.vex;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document in which a supplier says which vulnerabilities affect its products. What it says of itself
/// is cut where it is very long.
///
/// @param id       as its author calls it; may be empty
/// @param author   may be empty
/// @param version  of the document; may be empty
/// @param at       when it was last changed; null when it does not say
public record VexDocument(
        VexFormat format,
        String id,
        String author,
        String version,
        @Nullable Instant at,
        List<VexStatement> statements) {

    public VexDocument {
        id = VexStatements.cut(id, VexStatements.LONGEST_NAME);
        author = VexStatements.cut(author, VexStatements.LONGEST_NAME);
        version = VexStatements.cut(version, VexStatements.LONGEST_NAME);
        statements = List.copyOf(statements);
    }
}

package dev.ward.standards.intake;

import dev.ward.standards.advisory.VersionStatements;
import java.util.stream.Collectors;

/// Version statements as one readable line.
public final class Rows {

    private Rows() {}

    /// The rows in order and what holds otherwise: `>=1.2 UNAFFECTED; * AFFECTED; else UNAFFECTED`.
    public static String of(VersionStatements statements) {
        String rows = statements.rows().stream()
                .map(row -> "%s %s; ".formatted(row.range(), row.status()))
                .collect(Collectors.joining());
        return rows + "else " + statements.otherwise();
    }
}

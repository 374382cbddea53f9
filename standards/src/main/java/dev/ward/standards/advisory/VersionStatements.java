package dev.ward.standards.advisory;

import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one record says of the versions of one product: rows in order, the first that holds decides, else
/// `otherwise`.
///
/// Every source's own algorithm fits in this shape without loss. OSV: `versions[]` as exact rows; each range's
/// sorted events backwards (`fixed` as "from here on unaffected", `introduced` as "from here on affected"). CVE:
/// `versions[]` in order, each with its `changes[]` backwards before it. NVD: one row.
///
/// @param scheme      the order to compare with; null when the publisher's order is not known to Ward
/// @param schemeName  the publisher's word for it (`ECOSYSTEM PyPI`, `semver`, `custom`), for explanations
public record VersionStatements(
        @Nullable VersionScheme scheme, String schemeName, List<Row> rows, VersionStatus otherwise) {

    /// @param text  the range as its publisher wrote it, for people
    public record Row(VersionRange range, VersionStatus status, String text) {}

    public VersionStatements {
        rows = List.copyOf(rows);
    }
}

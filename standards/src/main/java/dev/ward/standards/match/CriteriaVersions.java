package dev.ward.standards.match;

import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.List;

/// The versions that a CPE criteria speaks of, in the one shape of all sources.
final class CriteriaVersions {

    private CriteriaVersions() {}

    static VersionStatements of(CpeCondition.Leaf leaf) {
        return leaf.versions() != null ? leaf.versions() : stated(leaf.criteria());
    }

    private static VersionStatements stated(Cpe criteria) {
        VersionScheme scheme =
                criteria.product().text().equals("openssl") ? VersionScheme.OPENSSL : VersionScheme.GENERIC;
        VersionRange range = switch (criteria.version().kind()) {
            case ANY -> VersionRange.ALL;
            case NA -> VersionRange.exactly("-");
            case TEXT -> VersionRange.exactly(criteria.version().text());
        };
        return new VersionStatements(
                scheme,
                "CPE",
                List.of(new Row(range, VersionStatus.AFFECTED, range.toString())),
                VersionStatus.UNAFFECTED);
    }
}

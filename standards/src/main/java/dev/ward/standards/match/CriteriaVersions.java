package dev.ward.standards.match;

import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.cpe.CpeValue;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.List;

/// The versions that a CPE criteria speaks of, in the one shape of all sources.
final class CriteriaVersions {

    private CriteriaVersions() {}

    /// The versions that the record lists; the criteria's own where it lists none, or says "all" of a name that has
    /// one.
    static VersionStatements of(CpeCondition.Leaf leaf) {
        VersionStatements versions = leaf.versions();
        return versions == null || isNarrowedByName(leaf.criteria(), versions) ? stated(leaf.criteria()) : versions;
    }

    private static boolean isNarrowedByName(Cpe criteria, VersionStatements versions) {
        return criteria.version().kind() == CpeValue.Kind.TEXT
                && versions.rows().stream().allMatch(row -> row.range().isAll());
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

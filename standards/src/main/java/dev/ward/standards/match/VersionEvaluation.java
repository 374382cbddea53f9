package dev.ward.standards.match;

import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.version.SortKey;
import dev.ward.standards.version.VersionComparison;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads statements for one version by comparison: the truth that every faster way must agree with.
///
/// @param row  the row that decided; null when none did
record VersionEvaluation(Verdict verdict, @Nullable Row row) {

    private static final Set<String> SAYS_NOTHING = Set.of("", "n/a", "na", "-", "unspecified", "unknown", "none", "?");

    /// Without an order, silence is not the publisher's but Ward's: commits that it does not know, or a part that was
    /// lost.
    ///
    /// @param version  null or empty when the component states none
    static VersionEvaluation of(VersionStatements statements, @Nullable String version) {
        VersionEvaluation stated = stated(statements, version);
        boolean ours = statements.scheme() == null && stated.verdict == Verdict.UNSTATED;
        return ours ? new VersionEvaluation(Verdict.UNDETERMINED, stated.row) : stated;
    }

    private static VersionEvaluation stated(VersionStatements statements, @Nullable String version) {
        EnumSet<VersionStatus> possible = EnumSet.noneOf(VersionStatus.class);
        Row firstAffected = null;
        Row first = null;
        for (Row row : statements.rows()) {
            Truth inside = contains(row.range(), statements.scheme(), version);
            if (inside == Truth.NO) {
                continue;
            }
            possible.add(row.status());
            first = first == null ? row : first;
            if (row.status() == VersionStatus.AFFECTED && firstAffected == null) {
                firstAffected = row;
            }
            if (inside == Truth.YES) {
                return decide(possible, firstAffected, first);
            }
        }
        possible.add(statements.otherwise());
        return decide(possible, firstAffected, first);
    }

    private static VersionEvaluation decide(
            EnumSet<VersionStatus> possible, @Nullable Row firstAffected, @Nullable Row first) {
        if (possible.size() > 1) {
            return possible.contains(VersionStatus.AFFECTED)
                    ? new VersionEvaluation(Verdict.UNDETERMINED, firstAffected)
                    : new VersionEvaluation(Verdict.UNSTATED, first);
        }
        return switch (possible.iterator().next()) {
            case AFFECTED -> new VersionEvaluation(Verdict.AFFECTED, firstAffected);
            case UNAFFECTED -> new VersionEvaluation(Verdict.UNAFFECTED, first);
            case UNKNOWN -> new VersionEvaluation(Verdict.UNSTATED, first);
        };
    }

    static Truth contains(VersionRange range, @Nullable VersionScheme scheme, @Nullable String version) {
        if (range.isAll()) {
            return Truth.YES;
        }
        if (version == null || saysNothing(version)) {
            return Truth.UNKNOWN;
        }
        if (range.isExact()) {
            return equal(String.valueOf(range.lower()), scheme, version);
        }
        if (scheme == null) {
            return Truth.UNKNOWN;
        }
        Truth above = range.lower() == null
                ? Truth.YES
                : ordered(
                        scheme.order().compare(version, range.lower()),
                        VersionComparison.GREATER,
                        range.includesLower());
        if (above == Truth.NO || range.upper() == null) {
            return above;
        }
        Truth below =
                ordered(scheme.order().compare(version, range.upper()), VersionComparison.LESS, range.includesUpper());
        return above.and(below);
    }

    /// Tells whether a text stands where a version should, and is none: `n/a`, `unspecified`.
    static boolean saysNothing(String version) {
        return SAYS_NOTHING.contains(version.strip().toLowerCase(Locale.ROOT));
    }

    private static Truth ordered(VersionComparison is, VersionComparison wanted, boolean orEqual) {
        if (is == VersionComparison.UNDETERMINED) {
            return Truth.UNKNOWN;
        }
        return is == wanted || (orEqual && is == VersionComparison.EQUAL) ? Truth.YES : Truth.NO;
    }

    private static Truth equal(String stated, @Nullable VersionScheme scheme, String version) {
        if (stated.equals(version)) {
            return Truth.YES;
        }
        if (scheme == null) {
            return Truth.UNKNOWN;
        }
        return switch (scheme.order().compare(version, stated)) {
            case EQUAL -> Truth.YES;
            case LESS, GREATER -> Truth.NO;
            case UNDETERMINED -> isPlainText(stated, scheme) ? Truth.NO : Truth.UNKNOWN;
        };
    }

    /// Tells whether a listed version that is none of its ecosystem (`2004d` on PyPI) stands for itself alone.
    ///
    /// Ecosystems' lists hold such relics; what differs from one in its text is another version. Free text of other
    /// publishers ("2.4 and earlier") may mean anything.
    static boolean isPlainText(String stated, VersionScheme scheme) {
        return scheme != VersionScheme.GENERIC
                && !saysNothing(stated)
                && stated.chars().noneMatch(Character::isWhitespace)
                && scheme.order().key(stated) instanceof SortKey.Undetermined;
    }
}

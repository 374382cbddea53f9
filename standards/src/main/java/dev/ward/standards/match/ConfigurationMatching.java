package dev.ward.standards.match;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.VersionStatements.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Matches conditions over CPE names, evaluated over all components of one device.
///
/// A component is hit when it meets a vulnerable criteria itself and the whole condition may hold for the device. Its
/// platform is part of the condition, and never itself hit.
///
/// Source: NVD CVE API 2.0, `configurations`; NISTIR 7696.
final class ConfigurationMatching {

    private ConfigurationMatching() {}

    private record Hit(CpeCondition.Leaf leaf, CriteriaMatch match) {}

    static Optional<Match> match(
            ComponentIdentity component, DeviceConfiguration device, String source, Affected.Configuration affected) {
        Hit hit = best(affected.condition(), component);
        if (hit == null) {
            return Optional.empty();
        }
        Truth whole = MatchKeys.isAlternatives(affected.condition())
                ? hit.match.truth()
                : evaluate(affected.condition(), component, device);
        if (whole == Truth.NO) {
            return Optional.empty();
        }
        return Optional.of(explain(component, source, hit, whole));
    }

    /// The vulnerable criteria that the component itself meets best, or null.
    private static @Nullable Hit best(CpeCondition condition, ComponentIdentity component) {
        return switch (condition) {
            case CpeCondition.Leaf leaf -> {
                if (!leaf.vulnerable()) {
                    yield null;
                }
                CriteriaMatch match = CriteriaMatch.of(leaf, component);
                yield match.truth() == Truth.NO ? null : new Hit(leaf, match);
            }
            case CpeCondition.AllOf(List<CpeCondition> conditions) -> best(conditions, component);
            case CpeCondition.AnyOf(List<CpeCondition> conditions) -> best(conditions, component);
            case CpeCondition.Not negated -> null;
        };
    }

    private static @Nullable Hit best(List<CpeCondition> conditions, ComponentIdentity component) {
        Hit best = null;
        for (CpeCondition condition : conditions) {
            Hit hit = best(condition, component);
            if (hit != null && (best == null || rank(hit) > rank(best))) {
                best = hit;
            }
        }
        return best;
    }

    /// The surer first, and of two equally sure the one that states bounds.
    private static int rank(Hit hit) {
        Row row = hit.match.row();
        boolean bounded = row != null && !row.range().isAll();
        return (hit.match.truth() == Truth.YES ? 2 : 0) + (bounded ? 1 : 0);
    }

    private static Truth evaluate(CpeCondition condition, ComponentIdentity component, DeviceConfiguration device) {
        return switch (condition) {
            case CpeCondition.Leaf leaf -> present(leaf, component, device);
            case CpeCondition.AllOf(List<CpeCondition> conditions) -> {
                Truth all = Truth.YES;
                for (CpeCondition one : conditions) {
                    all = all.and(evaluate(one, component, device));
                }
                yield all;
            }
            case CpeCondition.AnyOf(List<CpeCondition> conditions) -> {
                Truth any = Truth.NO;
                for (CpeCondition one : conditions) {
                    any = any.or(evaluate(one, component, device));
                }
                yield any;
            }
            case CpeCondition.Not(CpeCondition inner) ->
                evaluate(inner, component, device).not();
        };
    }

    private static Truth present(CpeCondition.Leaf leaf, ComponentIdentity component, DeviceConfiguration device) {
        Truth best = CriteriaMatch.of(leaf, component).truth();
        List<ComponentIdentity> others = device.withProduct(leaf.criteria());
        for (ComponentIdentity other : others) {
            best = best.or(CriteriaMatch.of(leaf, other).truth());
        }
        boolean listed = best != Truth.NO || !others.isEmpty();
        return listed ? best : device.absent(leaf.criteria());
    }

    private static Match explain(ComponentIdentity component, String source, Hit hit, Truth whole) {
        Row row = hit.match.row();
        boolean any = row == null || row.range().isAll();
        String range = row == null ? "-" : EffectiveRange.of(CriteriaVersions.of(hit.leaf), row);
        Confidence confidence = whole == Truth.UNKNOWN ? Confidence.UNDETERMINED : confidence(row);
        StringBuilder why = new StringBuilder();
        why.append(source).append(" names ").append(hit.leaf.criteria().formatted());
        if (any) {
            why.append(" in every version");
        } else {
            why.append(" in ").append(row == null ? "" : row.text());
            if (!hit.match.version().isEmpty()) {
                why.append(", and version \"")
                        .append(hit.match.version())
                        .append("\" ")
                        .append(hit.match.truth() == Truth.YES ? "is among them" : "may be among them");
            }
        }
        if (!hit.match.doubt().isEmpty()) {
            why.append("; ").append(hit.match.doubt());
        } else if (whole == Truth.UNKNOWN) {
            why.append("; whether the platform that it must run on is there, the SBOM does not say");
        }
        if (Distributions.isDistributed(component.purl())) {
            why.append("; a distribution may have mended it without changing the upstream version");
        }
        return new Match(
                any ? MatchKind.CPE_ANY : MatchKind.CPE_RANGE,
                source,
                range,
                hit.match.version(),
                confidence,
                why.toString());
    }

    private static Confidence confidence(@Nullable Row row) {
        if (row == null || row.range().isAll()) {
            return Confidence.ANY_VERSION;
        }
        return row.range().isExact() ? Confidence.EXACT : Confidence.RANGE;
    }
}

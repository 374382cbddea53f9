package dev.ward.standards.match;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.input.Quoted;
import java.util.List;
import java.util.Optional;

/// Matches products by their vendor's and their own name: candidates for a person to confirm, never more.
final class ProductMatching {

    private ProductMatching() {}

    static Optional<Match> match(ComponentIdentity component, String source, Affected.Product affected) {
        return candidate(component, source, affected.vendor(), affected.product(), affected.versions());
    }

    /// CPE criteria are candidates by name too, for components that have no CPE name.
    static Optional<Match> match(ComponentIdentity component, String source, CpeCondition condition) {
        return switch (condition) {
            case CpeCondition.Leaf leaf ->
                leaf.vulnerable()
                        ? candidate(
                                component,
                                source,
                                leaf.criteria().vendor().text(),
                                leaf.criteria().product().text(),
                                CriteriaVersions.of(leaf))
                        : Optional.empty();
            case CpeCondition.AllOf(List<CpeCondition> conditions) -> first(component, source, conditions);
            case CpeCondition.AnyOf(List<CpeCondition> conditions) -> first(component, source, conditions);
            case CpeCondition.Not negated -> Optional.empty();
        };
    }

    private static Optional<Match> first(ComponentIdentity component, String source, List<CpeCondition> conditions) {
        return conditions.stream()
                .flatMap(condition -> match(component, source, condition).stream())
                .findFirst();
    }

    private static Optional<Match> candidate(
            ComponentIdentity component, String source, String vendor, String product, VersionStatements versions) {
        if (!MatchKeys.isKnownByNameOnly(component)
                || !Names.normal(component.name()).equals(Names.normal(product))
                || !vendorMayBe(component, Names.normal(vendor))) {
            return Optional.empty();
        }
        VersionEvaluation evaluation = VersionEvaluation.of(versions, component.version());
        if (evaluation.verdict().compareTo(Verdict.UNDETERMINED) > 0) {
            return Optional.empty();
        }
        String range = EffectiveRange.of(versions, evaluation.row());
        String version = component.version();
        String why = "%s names product \"%s\" of \"%s\" in %s; only the names agree%s%s"
                .formatted(
                        source,
                        product,
                        vendor,
                        range,
                        component.vendors().isEmpty() ? ", and the SBOM names no vendor" : "",
                        version == null
                                ? "; the component states no version"
                                : evaluation.verdict() == Verdict.AFFECTED
                                        ? "; version %s is among them".formatted(Quoted.of(version))
                                        : "; version %s cannot be placed among them".formatted(Quoted.of(version)));
        return Optional.of(
                new Match(MatchKind.NAME, source, range, version == null ? "" : version, Confidence.NAME_ONLY, why));
    }

    /// An SBOM that names a vendor has said which product of that name it means.
    private static boolean vendorMayBe(ComponentIdentity component, String vendor) {
        return vendor.isEmpty()
                || component.vendors().isEmpty()
                || component.vendors().stream()
                        .anyMatch(own ->
                                own.equals(vendor) || own.startsWith(vendor + "_") || vendor.startsWith(own + "_"));
    }
}

package dev.ward.standards.match;

import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.cpe.CpeRelation;
import dev.ward.standards.cpe.CpeValue;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.purl.Purl;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one criteria stands to one component.
///
/// @param row      the row of versions that decided; null when the CPE name alone did
/// @param version  the version that was compared; empty when the component states none
/// @param doubt    what is not known, in words; empty when nothing is open
record CriteriaMatch(Truth truth, @Nullable Row row, String version, String doubt) {

    private static final CriteriaMatch NONE = new CriteriaMatch(Truth.NO, null, "", "");

    /// The software that CPE names call `target_sw`, by the purl type of packages that run in it.
    private static final Map<String, String> RUNTIME_OF_PURL = Map.of(
            "npm", "node.js", "pypi", "python", "gem", "ruby", "cargo", "rust", "composer", "php", "golang", "go");

    /// Whether a package says by its type which software it runs in.
    static boolean tellsRuntime(Purl purl) {
        return RUNTIME_OF_PURL.containsKey(purl.type());
    }

    /// The best that any CPE name of the component gives.
    static CriteriaMatch of(CpeCondition.Leaf leaf, ComponentIdentity component) {
        CriteriaMatch best = NONE;
        for (Cpe cpe : component.cpes()) {
            CriteriaMatch one = of(leaf, component, cpe);
            if (one.truth.compareTo(best.truth) > 0) {
                best = one;
            }
        }
        return best;
    }

    private static CriteriaMatch of(CpeCondition.Leaf leaf, ComponentIdentity component, Cpe cpe) {
        Cpe criteria = leaf.criteria();
        if (disjoint(criteria.part(), cpe.part())
                || disjoint(criteria.vendor(), cpe.vendor())
                || disjoint(criteria.product(), cpe.product())) {
            return NONE;
        }
        StringBuilder doubt = new StringBuilder();
        Truth rest = attribute("update", criteria.update(), cpe.update(), doubt)
                .and(attribute("edition", criteria.edition(), cpe.edition(), doubt))
                .and(attribute("language", criteria.language(), cpe.language(), doubt))
                .and(attribute("sw_edition", criteria.swEdition(), cpe.swEdition(), doubt))
                .and(targetSoftware(criteria.targetSw(), cpe.targetSw(), component.purl(), doubt))
                .and(targetHardware(criteria.targetHw(), cpe.targetHw(), doubt))
                .and(attribute("other", criteria.other(), cpe.other(), doubt));
        if (rest == Truth.NO) {
            return NONE;
        }
        return versions(leaf, component, cpe, rest, doubt);
    }

    private static CriteriaMatch versions(
            CpeCondition.Leaf leaf, ComponentIdentity component, Cpe cpe, Truth rest, StringBuilder doubt) {
        if (leaf.versions() == null && leaf.criteria().version().kind() == CpeValue.Kind.NA) {
            boolean versioned = cpe.version().kind() == CpeValue.Kind.TEXT
                    || (cpe.version().kind() == CpeValue.Kind.ANY && component.version() != null);
            return versioned ? NONE : new CriteriaMatch(rest, null, "", doubt.toString());
        }
        String version = component.version(cpe);
        VersionStatements statements = CriteriaVersions.of(leaf);
        VersionEvaluation evaluation = VersionEvaluation.of(statements, version);
        Truth truth = switch (evaluation.verdict()) {
            case AFFECTED -> Truth.YES;
            case UNDETERMINED -> Truth.UNKNOWN;
            case UNSTATED, UNAFFECTED -> Truth.NO;
        };
        if (truth == Truth.UNKNOWN) {
            open(
                    doubt,
                    version == null
                            ? "the component states no version"
                            : "version %s cannot be placed".formatted(Quoted.of(version)));
        }
        return new CriteriaMatch(truth.and(rest), evaluation.row(), version == null ? "" : version, doubt.toString());
    }

    private static boolean disjoint(CpeValue criteria, CpeValue value) {
        return criteria.relation(value) == CpeRelation.DISJOINT;
    }

    /// An attribute that the component leaves open, and the criteria does not, stays open.
    private static Truth attribute(String name, CpeValue criteria, CpeValue value, StringBuilder doubt) {
        if (criteria.kind() == CpeValue.Kind.ANY) {
            return Truth.YES;
        }
        if (value.kind() == CpeValue.Kind.ANY) {
            if (criteria.kind() == CpeValue.Kind.NA) {
                return Truth.YES;
            }
            open(doubt, "the component does not state its %s (\"%s\" is meant)".formatted(name, criteria.text()));
            return Truth.UNKNOWN;
        }
        return disjoint(criteria, value) ? Truth.NO : Truth.YES;
    }

    /// Records list every architecture one by one, and components hardly ever state theirs: what is left open
    /// fits.
    private static Truth targetHardware(CpeValue criteria, CpeValue value, StringBuilder doubt) {
        Truth truth = attribute("target_hw", criteria, value, doubt);
        return truth == Truth.UNKNOWN ? Truth.YES : truth;
    }

    private static Truth targetSoftware(CpeValue criteria, CpeValue value, @Nullable Purl purl, StringBuilder doubt) {
        String runtime = purl == null ? null : RUNTIME_OF_PURL.get(purl.type());
        if (runtime != null && value.kind() == CpeValue.Kind.ANY && criteria.kind() == CpeValue.Kind.TEXT) {
            if (runtime.equals(criteria.text())) {
                return Truth.YES;
            }
            if (RUNTIME_OF_PURL.containsValue(criteria.text())) {
                return Truth.NO; // what runs on Node.js does not run in Python; a framework is no contradiction
            }
        }
        return attribute("target_sw", criteria, value, doubt);
    }

    private static void open(StringBuilder doubt, String what) {
        doubt.append(doubt.isEmpty() ? "" : "; ").append(what);
    }
}

package dev.ward.standards.match;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.purl.Purl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Matches statements about packages of an ecosystem, in that ecosystem's order of versions.
///
/// Source: OSV schema, "Evaluation"; CVE Record Format 5, `versions`.
final class PackageMatching {

    private PackageMatching() {}

    static Optional<Match> match(ComponentIdentity component, String record, Affected.EcosystemPackage affected) {
        Purl purl = component.purl();
        String key = Distributions.packageKey(affected.purl());
        boolean own = purl != null && key.equals(Distributions.packageKey(purl));
        Distributions.SourcePackage source = Distributions.sourcePackage(purl);
        if (purl == null || !(own || (source != null && key.equals(source.key())))) {
            return Optional.empty();
        }
        Truth release = Distributions.isOfRelease(purl, affected.release());
        if (release == Truth.NO) {
            return Optional.empty();
        }
        String version = component.version(own ? MatchKeys.Use.PACKAGE : MatchKeys.Use.SOURCE);
        VersionEvaluation best = new VersionEvaluation(Verdict.UNAFFECTED, null);
        VersionStatements statements = null;
        for (VersionStatements one : affected.any()) {
            VersionEvaluation evaluation = VersionEvaluation.of(one, version);
            if (statements == null || rank(evaluation) < rank(best)) {
                best = evaluation;
                statements = one;
            }
        }
        if (statements == null || best.verdict().compareTo(Verdict.UNDETERMINED) > 0) {
            return Optional.empty();
        }
        return Optional.of(explain(record, affected, statements, best, version, release));
    }

    /// The graver first; of two equally grave, the one that lists the version by itself.
    private static int rank(VersionEvaluation evaluation) {
        Row row = evaluation.row();
        return evaluation.verdict().ordinal() * 2 + (row != null && row.range().isExact() ? 0 : 1);
    }

    private static Match explain(
            String source,
            Affected.EcosystemPackage affected,
            VersionStatements statements,
            VersionEvaluation evaluation,
            @Nullable String version,
            Truth release) {
        Row row = evaluation.row();
        boolean sure = evaluation.verdict() == Verdict.AFFECTED && release == Truth.YES;
        boolean exact = sure && row != null && row.range().isExact();
        Confidence confidence = !sure
                ? Confidence.UNDETERMINED
                : exact
                        ? Confidence.EXACT
                        : row == null || isUnbounded(statements) ? Confidence.ANY_VERSION : Confidence.RANGE;
        String range = EffectiveRange.of(statements, row);
        String normal = normal(statements, version);
        StringBuilder why = new StringBuilder(source)
                .append(" lists ")
                .append(affected.purl().packageKey())
                .append(affected.release() == null ? "" : " of release " + affected.release())
                .append(exact ? " in version " : " in ")
                .append(row == null ? "every version that it does not except" : row.text());
        if (version == null) {
            why.append("; the component states no version");
        } else {
            why.append("; version ").append(Quoted.of(version));
            if (!normal.equals(version)) {
                why.append(", read as ").append(Quoted.of(normal)).append(',');
            }
            if (statements.scheme() == null) {
                why.append(" cannot be placed: Ward knows no order called ").append(statements.schemeName());
            } else {
                why.append(evaluation.verdict() == Verdict.AFFECTED ? " is among them" : " cannot be placed among them")
                        .append(" in the order of ")
                        .append(statements.scheme().label());
            }
        }
        if (release == Truth.UNKNOWN) {
            why.append("; the component does not say to which release it belongs");
        }
        return new Match(
                exact ? MatchKind.PURL_EXACT : MatchKind.PURL_RANGE, source, range, normal, confidence, why.toString());
    }

    private static String normal(VersionStatements statements, @Nullable String version) {
        if (version == null) {
            return "";
        }
        return statements.scheme() == null
                ? version
                : statements.scheme().order().normal(version);
    }

    private static boolean isUnbounded(VersionStatements statements) {
        return statements.rows().stream().allMatch(row -> row.range().isAll());
    }
}

package dev.ward.advisory.web;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.VersionStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A statement in words: what is affected, and which versions.
///
/// @param what      a package, a product, or a condition over CPE names
/// @param versions  one line each, in the order in which the first that holds decides
public record AffectedText(String what, List<String> versions) {

    /// Lines of one statement that are shown.
    private static final int MOST = 40;

    public static AffectedText of(Affected affected) {
        return switch (affected) {
            case Affected.EcosystemPackage packaged ->
                new AffectedText(
                        packaged.purl()
                                + (packaged.release() == null ? "" : " in release \"" + packaged.release() + "\""),
                        shortened(packaged.any().stream()
                                .flatMap(any -> lines(any).stream())
                                .toList()));
            case Affected.Product product ->
                new AffectedText(
                        (product.vendor() + " " + product.product()).strip(), shortened(lines(product.versions())));
            case Affected.Configuration(CpeCondition condition) -> {
                List<String> lines = new ArrayList<>();
                describe(condition, "", lines);
                yield new AffectedText("A configuration", shortened(lines));
            }
        };
    }

    private static List<String> lines(VersionStatements statements) {
        List<String> lines = new ArrayList<>();
        statements.rows().forEach(row -> lines.add(row.status().name().toLowerCase(Locale.ROOT) + ": " + row.text()));
        lines.add("otherwise: " + statements.otherwise().name().toLowerCase(Locale.ROOT));
        return lines;
    }

    private static void describe(CpeCondition condition, String indent, List<String> lines) {
        if (lines.size() > MOST) {
            return;
        }
        switch (condition) {
            case CpeCondition.Leaf leaf ->
                lines.add(indent
                        + leaf.criteria().formatted()
                        + (leaf.vulnerable() ? "" : " (only present)")
                        + (leaf.versions() == null ? "" : " " + String.join(", ", ranges(leaf.versions()))));
            case CpeCondition.AllOf(List<CpeCondition> all) -> describe("all of", all, indent, lines);
            case CpeCondition.AnyOf(List<CpeCondition> any) -> describe("any of", any, indent, lines);
            case CpeCondition.Not(CpeCondition inner) -> describe("not", List.of(inner), indent, lines);
        }
    }

    private static void describe(String word, List<CpeCondition> conditions, String indent, List<String> lines) {
        lines.add(indent + word + ":");
        conditions.forEach(one -> describe(one, indent + "  ", lines));
    }

    private static List<String> ranges(VersionStatements statements) {
        return statements.rows().stream().map(VersionStatements.Row::text).toList();
    }

    private static List<String> shortened(List<String> lines) {
        if (lines.size() <= MOST) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, MOST));
        some.add("and more");
        return some;
    }
}

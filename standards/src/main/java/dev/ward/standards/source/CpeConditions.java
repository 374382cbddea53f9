package dev.ward.standards.source;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.input.Forgiven;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads conditions over CPE names, as the NVD and CVE records write them.
///
/// What cannot be read is told as lost and never makes a condition narrower: a node of which a platform was lost is
/// left out where it would have to hold, too.
///
/// Source: NVD CVE API 2.0, `configurations`; CVE Record Format 5.1, `cpeApplicability`.
public final class CpeConditions {

    private CpeConditions() {}

    /// Each configuration of an array that names at least one product.
    public static List<Affected> read(Field parent, String name) {
        List<Affected> configurations = new ArrayList<>();
        for (Field configuration : parent.objects(name)) {
            List<CpeCondition> nodes = new ArrayList<>();
            for (Field node : configuration.objects("nodes")) {
                node(node).ifPresent(nodes::add);
            }
            joined(configuration, nodes).ifPresent(all -> configurations.add(new Affected.Configuration(all)));
        }
        return configurations;
    }

    /// A CPE name as records write it, or empty when it cannot be read, which is told as lost. The CVE record format
    /// allows upper case, which means the same.
    public static Optional<Cpe> name(Field field) {
        String text = field.text();
        if (text.isEmpty()) {
            if (!field.present() || field.node().isString()) {
                field.lose("is missing");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(Cpe.parse(text.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return leniently(field, text);
        }
    }

    private static Optional<Cpe> leniently(Field field, String text) {
        try {
            Forgiven<Cpe> read = Cpe.parseLenient(text);
            read.forgiven().forEach(field::mark);
            return Optional.of(read.value());
        } catch (IllegalArgumentException e) {
            field.lose("is no CPE name: " + Quoted.of(text));
            return Optional.empty();
        }
    }

    private static Optional<CpeCondition> node(Field node) {
        if (node.has("children")) {
            node.at("children").lose("are nodes within a node, which the format does not know");
        }
        int lostBefore = node.record().lost();
        List<CpeCondition> leaves = new ArrayList<>();
        boolean vulnerable = false;
        for (Field match : node.objects("cpeMatch")) {
            Optional<CpeCondition.Leaf> leaf = leaf(match);
            leaf.ifPresent(leaves::add);
            vulnerable |= leaf.isPresent() && leaf.get().vulnerable();
        }
        boolean lost = node.record().lost() > lostBefore;
        boolean narrower = !vulnerable || node.node().path("negate").asBoolean(false);
        return lost && narrower ? Optional.empty() : joined(node, leaves);
    }

    private static Optional<CpeCondition> joined(Field node, List<CpeCondition> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Field operator = node.at("operator");
        CpeCondition joined = switch (operator.text()) {
            case "AND" -> new CpeCondition.AllOf(parts);
            case "OR", "" -> new CpeCondition.AnyOf(parts);
            default -> {
                operator.lose("is neither AND nor OR: %s; read as OR".formatted(operator.quoted()));
                yield new CpeCondition.AnyOf(parts);
            }
        };
        return Optional.of(node.flag("negate", false) ? new CpeCondition.Not(joined) : joined);
    }

    private static Optional<CpeCondition.Leaf> leaf(Field match) {
        Optional<Cpe> criteria = name(match.at("criteria"));
        boolean vulnerable = match.flag("vulnerable", true);
        return criteria.map(cpe -> new CpeCondition.Leaf(cpe, vulnerable, bounds(match, cpe)));
    }

    private static @Nullable VersionStatements bounds(Field match, Cpe criteria) {
        int lostBefore = match.record().lost();
        String from = match.text("versionStartIncluding");
        String after = match.text("versionStartExcluding");
        String through = match.text("versionEndIncluding");
        String before = match.text("versionEndExcluding");
        boolean lost = match.record().lost() > lostBefore;
        VersionRange range =
                new VersionRange(chosen(from, after), !from.isEmpty(), chosen(through, before), !through.isEmpty());
        if (range.isAll() && !lost) {
            return null;
        }
        VersionScheme known =
                criteria.product().text().equals("openssl") ? VersionScheme.OPENSSL : VersionScheme.GENERIC;
        VersionStatus status = lost ? VersionStatus.UNKNOWN : VersionStatus.AFFECTED;
        return new VersionStatements(
                lost ? null : known,
                "CPE version range",
                List.of(new Row(range, status, range.toString())),
                lost ? VersionStatus.UNKNOWN : VersionStatus.UNAFFECTED);
    }

    private static @Nullable String chosen(String including, String excluding) {
        String chosen = including.isEmpty() ? excluding : including;
        return chosen.isEmpty() ? null : chosen;
    }
}

package dev.ward.standards.osv;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.source.Field;
import dev.ward.standards.source.Purls;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one entry of a record's `affected`: a package, and the versions of it.
///
/// Source: OSV schema 1.7, `affected[]`, "Evaluation".
final class OsvAffected {

    private OsvAffected() {}

    /// What the entry says; empty when it names no package, which is marked.
    static List<Affected> read(Field entry) {
        Field named = entry.object("package");
        if (!named.node().isObject()) {
            if (!named.present()) {
                entry.mark("names no package, only a repository; Ward does not match by commits");
            }
            return List.of();
        }
        int lostBefore = entry.record().lost();
        String ecosystem = named.text("ecosystem");
        String name = named.text("name");
        if (ecosystem.isEmpty() && name.isEmpty() && !named.has("purl")) {
            named.lose("has neither a name nor an ecosystem");
            return List.of();
        }
        Ecosystems.Named known = Ecosystems.named(ecosystem, name);
        Purl purl = Purls.read(named.at("purl")).orElse(known.purl());
        if (purl == null && !known.known()) {
            named.at("ecosystem").mark("is unknown to Ward: %s; kept as a product".formatted(Quoted.of(ecosystem)));
        }
        List<VersionStatements> any = statements(entry, ecosystem, purl == null ? null : purl.type());
        if (entry.record().lost() > lostBefore) {
            any.add(nothingCertain(ecosystem, "a part of the statement could not be read"));
        }
        if (purl != null) {
            return List.of(new Affected.EcosystemPackage(purl, known.release(), any));
        }
        return any.stream()
                .<Affected>map(versions -> new Affected.Product(ecosystem, name, versions))
                .toList();
    }

    private static List<VersionStatements> statements(Field entry, String ecosystem, @Nullable String type) {
        VersionScheme own = type == null ? null : VersionScheme.of(type).orElse(null);
        List<VersionStatements> any = new ArrayList<>();
        List<Row> exact = entry.texts("versions").stream()
                .map(it -> new Row(VersionRange.exactly(it), VersionStatus.AFFECTED, it))
                .toList();
        if (!exact.isEmpty()) {
            any.add(new VersionStatements(own, label("versions", ecosystem), exact, VersionStatus.UNAFFECTED));
        }
        boolean git = false;
        for (Field range : entry.objects("ranges")) {
            switch (range.text("type")) {
                case "GIT" -> git = true;
                case "SEMVER" -> {
                    VersionScheme scheme = own == null ? VersionScheme.SEMVER : own;
                    any.add(OsvRange.read(range, scheme, label("SEMVER", ecosystem)));
                }
                case "ECOSYSTEM" -> any.add(OsvRange.read(range, own, label("ECOSYSTEM", ecosystem)));
                default ->
                    range.at("type")
                            .lose("is no type of range: " + range.at("type").quoted());
            }
        }
        if (any.isEmpty()) {
            any.add(nothingCertain(ecosystem, git ? "GIT range" : "no versions"));
        }
        return any;
    }

    private static VersionStatements nothingCertain(String ecosystem, String why) {
        Row row = new Row(VersionRange.ALL, VersionStatus.UNKNOWN, why);
        return new VersionStatements(null, label(why, ecosystem), List.of(row), VersionStatus.UNKNOWN);
    }

    private static String label(String what, String ecosystem) {
        return Optional.of(ecosystem)
                .filter(it -> !it.isEmpty())
                .map(it -> what + " " + it)
                .orElse(what);
    }
}

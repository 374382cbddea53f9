package dev.ward.standards.vex;

import dev.ward.standards.purl.Purl;
import dev.ward.standards.source.Field;
import dev.ward.standards.source.Timestamps;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the analyses of vulnerabilities of a CycloneDX document in JSON, whether it lists components or
/// points at those of another document.
///
/// Source: CycloneDX 1.6, `vulnerabilities`.
final class CycloneDxVex {

    private final Map<String, VexProduct> products = new HashMap<>();
    private final VexStatements statements = new VexStatements();
    private final @Nullable Instant at;

    private CycloneDxVex(@Nullable Instant at) {
        this.at = at;
    }

    static VexDocument read(Field root) {
        Field metadata = root.object("metadata");
        CycloneDxVex reading = new CycloneDxVex(Timestamps.read(metadata, "timestamp"));
        reading.take(root.objects("components"));
        if (metadata.has("component")) {
            reading.take(List.of(metadata.object("component")));
        }
        root.objects("vulnerabilities").forEach(reading::vulnerability);
        return new VexDocument(
                VexFormat.CYCLONEDX,
                root.text("serialNumber"),
                author(metadata),
                root.at("version").node().isNumber()
                        ? Long.toString(root.at("version").node().asLong(0))
                        : "",
                reading.at,
                reading.statements.list());
    }

    private static String author(Field metadata) {
        for (String holder : List.of("supplier", "manufacturer", "manufacture")) {
            String name = metadata.object(holder).text("name");
            if (!name.isEmpty()) {
                return name;
            }
        }
        return metadata.objects("authors").stream()
                .map(author -> author.text("name"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void take(List<Field> components) {
        Deque<Field> open = new ArrayDeque<>(components);
        while (!open.isEmpty()) {
            Field component = open.pop();
            if (!component.isObject()) {
                continue;
            }
            String name = component.text("name");
            String version = component.text("version");
            Purl purl = VexProduct.purl(component.text("purl"));
            if (component.has("purl") && purl == null) {
                component.at("purl").mark("is no package URL");
            }
            products.put(
                    component.text("bom-ref"), new VexProduct(version.isEmpty() ? name : name + " " + version, purl));
            component.objects("components").forEach(open::push);
        }
    }

    private void vulnerability(Field vulnerability) {
        Set<String> given = new LinkedHashSet<>();
        given.add(vulnerability.text("id"));
        vulnerability.objects("references").forEach(one -> given.add(one.text("id")));
        List<String> names = VexStatements.names(vulnerability, given);
        if (names.isEmpty()) {
            vulnerability.lose("names no vulnerability");
            return;
        }
        Field analysis = vulnerability.object("analysis");
        VexStatus status = status(analysis);
        if (status == null) {
            return;
        }
        Instant said = Timestamps.read(analysis, "lastUpdated");
        if (said == null) {
            said = Timestamps.read(analysis, "firstIssued");
        }
        List<Field> affects = vulnerability.objects("affects");
        if (affects.isEmpty()) {
            vulnerability.lose("says of no product that it affects it or not");
        }
        for (Field affected : affects) {
            VexStatement whole = new VexStatement(
                    names,
                    product(affected.text("ref")),
                    status,
                    analysis.text("justification"),
                    analysis.text("detail"),
                    said == null ? at : said);
            affected(affected, whole);
        }
    }

    private static @Nullable VexStatus status(Field analysis) {
        Field state = analysis.at("state");
        return switch (state.text()) {
            case "not_affected", "false_positive" -> VexStatus.NOT_AFFECTED;
            case "exploitable" -> VexStatus.AFFECTED;
            case "resolved", "resolved_with_pedigree" -> VexStatus.FIXED;
            case "in_triage" -> VexStatus.UNDER_INVESTIGATION;
            case "" -> {
                analysis.lose("has no state, so that nobody says what it is");
                yield null;
            }
            default -> {
                state.lose("is no state: " + state.quoted());
                yield null;
            }
        };
    }

    private VexProduct product(String ref) {
        VexProduct known = products.get(ref);
        if (known != null) {
            return known;
        }
        String fragment = ref.substring(ref.lastIndexOf('#') + 1);
        return new VexProduct(ref, VexProduct.purl(fragment));
    }

    /// What is said of the product, or of the versions that are listed of it.
    private void affected(Field affected, VexStatement whole) {
        if (affected.text("ref").isEmpty()) {
            affected.lose("points at no product");
            return;
        }
        List<Field> versions = affected.objects("versions");
        if (versions.isEmpty()) {
            add(affected, whole, whole.product(), whole.status());
        }
        for (Field version : versions) {
            String exact = version.text("version");
            VexStatus status = ofVersion(version, whole.status());
            if (status == null) {
                continue;
            }
            Purl purl = whole.product().purl();
            String name = whole.product().name() + " " + (exact.isEmpty() ? version.text("range") : exact);
            // Ward does not place versions in a range here; without purl nobody takes it for said of any version.
            Purl of = exact.isEmpty() || purl == null
                    ? null
                    : new Purl(purl.type(), purl.namespace(), purl.name(), exact, purl.qualifiers(), purl.subpath());
            if (exact.isEmpty()) {
                version.mark("is a range of versions; it is shown, and found at no component");
            }
            add(version, whole, new VexProduct(name, of), status);
        }
    }

    private void add(Field place, VexStatement whole, VexProduct product, VexStatus status) {
        statements.add(
                place,
                whole.vulnerability(),
                product,
                status,
                status == whole.status() ? whole.justification() : "",
                whole.words(),
                whole.at());
    }

    private static @Nullable VexStatus ofVersion(Field version, VexStatus whole) {
        Field status = version.at("status");
        return switch (status.text()) {
            case "affected" -> whole;
            case "" -> whole;
            case "unaffected" -> VexStatus.NOT_AFFECTED;
            case "unknown" -> VexStatus.UNDER_INVESTIGATION;
            default -> {
                status.lose("is no status of a version: " + status.quoted());
                yield null;
            }
        };
    }
}

package dev.ward.standards.vex;

import dev.ward.standards.purl.Purl;
import dev.ward.standards.source.Field;
import dev.ward.standards.source.Timestamps;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads OpenVEX, of its first versions too, in which vulnerabilities and products were plain texts.
///
/// Source: OpenVEX specification 0.2.0.
final class OpenVex {

    /// How many of a product's parts are named.
    private static final int MOST_PARTS = 20;

    private OpenVex() {}

    static VexDocument read(Field root) {
        Instant at = Timestamps.read(root, "last_updated");
        if (at == null) {
            at = Timestamps.read(root, "timestamp");
        }
        VexStatements statements = new VexStatements();
        for (Field statement : root.objects("statements")) {
            read(statement, at, statements);
        }
        return new VexDocument(
                VexFormat.OPENVEX,
                root.text("@id"),
                root.text("author"),
                root.at("version").node().asString(""),
                at,
                statements.list());
    }

    private static void read(Field statement, @Nullable Instant documented, VexStatements into) {
        List<String> names = names(statement.at("vulnerability"));
        if (names.isEmpty()) {
            statement.lose("names no vulnerability");
            return;
        }
        VexStatus status = status(statement.at("status"));
        if (status == null) {
            return;
        }
        List<Field> products = statement.each("products");
        if (products.isEmpty()) {
            statement.lose("names no product");
        }
        Instant at = Timestamps.read(statement, "timestamp");
        for (Field product : products) {
            VexProduct read = product(product);
            if (read == null) {
                product.lose("is no product: " + product.quoted());
                continue;
            }
            into.add(
                    product,
                    names,
                    read,
                    status,
                    statement.text("justification"),
                    words(statement, product),
                    at == null ? documented : at);
        }
    }

    private static String words(Field statement, Field product) {
        String within = product.node().isObject()
                ? product.objects("subcomponents").stream()
                        .map(one -> one.text("@id"))
                        .filter(one -> !one.isEmpty())
                        .limit(MOST_PARTS)
                        .map(VexStatements::cut)
                        .collect(Collectors.joining(", "))
                : "";
        return Stream.of(
                        statement.text("impact_statement"),
                        statement.text("status_notes"),
                        statement.text("action_statement"),
                        within.isEmpty() ? "" : "It speaks of what is in it: " + within)
                .filter(one -> !one.isEmpty())
                .map(VexStatements::cut)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> names(Field vulnerability) {
        if (vulnerability.node().isString()) {
            return VexStatements.names(vulnerability, List.of(vulnerability.text()));
        }
        if (!vulnerability.present() || !vulnerability.isObject()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        names.add(vulnerability.text("name"));
        names.addAll(vulnerability.texts("aliases"));
        return VexStatements.names(vulnerability, names);
    }

    private static @Nullable VexStatus status(Field status) {
        return switch (status.text()) {
            case "not_affected" -> VexStatus.NOT_AFFECTED;
            case "affected" -> VexStatus.AFFECTED;
            case "fixed" -> VexStatus.FIXED;
            case "under_investigation" -> VexStatus.UNDER_INVESTIGATION;
            default -> {
                status.lose("is no status: " + status.quoted());
                yield null;
            }
        };
    }

    private static @Nullable VexProduct product(Field product) {
        if (product.node().isString() && !product.text().isBlank()) {
            return new VexProduct(product.text(), VexProduct.purl(product.text()));
        }
        if (!product.node().isObject()) {
            return null;
        }
        String given = product.object("identifiers").text("purl");
        String id = product.text("@id");
        Purl purl = VexProduct.purl(given.isEmpty() ? id : given);
        if (!given.isEmpty() && purl == null) {
            product.at("identifiers").at("purl").mark("is no package URL");
        }
        String name = id.isEmpty() ? given : id;
        return name.isEmpty() ? null : new VexProduct(name, purl);
    }
}

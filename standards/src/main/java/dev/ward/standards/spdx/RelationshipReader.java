package dev.ward.standards.spdx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.sbom.Dependency;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the relationships that say what a package needs or contains, and what the document describes.
///
/// Source: SPDX 2.3, 11.1.
final class RelationshipReader {

    /// The first end needs or contains the second.
    private static final Set<String> FORWARD =
            Set.of("DEPENDS_ON", "CONTAINS", "DYNAMIC_LINK", "STATIC_LINK", "HAS_PREREQUISITE");

    /// The second end needs or contains the first.
    private static final Set<String> BACKWARD = Set.of(
            "DEPENDENCY_OF",
            "RUNTIME_DEPENDENCY_OF",
            "BUILD_DEPENDENCY_OF",
            "DEV_DEPENDENCY_OF",
            "TEST_DEPENDENCY_OF",
            "OPTIONAL_DEPENDENCY_OF",
            "PROVIDED_DEPENDENCY_OF",
            "CONTAINED_BY",
            "PREREQUISITE_FOR");

    private static final String DOCUMENT = "SPDXRef-DOCUMENT";

    private final Cursor cursor;
    private final UnreadReport report;
    private final SbomVisitor visitor;
    private final Elements elements;

    RelationshipReader(Cursor cursor, UnreadReport report, SbomVisitor visitor, Elements elements) {
        this.cursor = cursor;
        this.report = report;
        this.visitor = visitor;
        this.elements = elements;
    }

    void list() throws IOException, UnreadableInput {
        cursor.eachItem(this::read);
    }

    private void read() throws IOException, UnreadableInput {
        Location location = cursor.location();
        if (!cursor.enterObject()) {
            return;
        }
        String from = null;
        String type = null;
        String to = null;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "spdxElementId" -> from = cursor.text();
                case "relationshipType" -> type = cursor.text();
                case "relatedSpdxElement" -> to = cursor.text();
                default -> {}
            }
        }
        if (from == null || type == null || to == null) {
            report.lost(location, "relationship", "it lacks %s".formatted(lacking(from, type)));
        } else {
            relation(from, type, to, location);
        }
    }

    private static String lacking(@Nullable String from, @Nullable String type) {
        if (from == null) {
            return "\"spdxElementId\"";
        }
        return type == null ? "\"relationshipType\"" : "\"relatedSpdxElement\"";
    }

    private void relation(String from, String type, String to, Location location) {
        if (type.equals("DESCRIBES")) {
            describes(from, to);
        } else if (type.equals("DESCRIBED_BY")) {
            describes(to, from);
        } else if (FORWARD.contains(type)) {
            needs(from, to, location);
        } else if (BACKWARD.contains(type)) {
            needs(to, from, location);
        }
    }

    private void describes(String document, String element) {
        if (document.equals(DOCUMENT) && isElement(element)) {
            elements.describe(element);
        }
    }

    /// What the document itself contains is described by it; that nothing is needed is said as such.
    private void needs(String from, String to, Location location) {
        if (from.equals(DOCUMENT) || to.equals(DOCUMENT) || !isElement(from)) {
            return;
        }
        if (to.equals("NONE")) {
            visitor.dependency(new Dependency(from, List.of()));
        } else if (isElement(to)) {
            elements.dependency(from, to, location);
        }
    }

    private static boolean isElement(String id) {
        return !id.equals("NONE") && !id.equals("NOASSERTION");
    }
}

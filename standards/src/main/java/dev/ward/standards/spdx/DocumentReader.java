package dev.ward.standards.spdx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.SbomDocument;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a document's top level.
///
/// The namespace stands for the serial number. The name is kept as property `spdx:name`, the number of files as
/// `spdx:files`.
///
/// Source: SPDX 2.3, 6.
final class DocumentReader {

    private static final Set<String> VERSIONS = Set.of("SPDX-2.2", "SPDX-2.3");

    private final Cursor cursor;
    private final UnreadReport report;
    private final Elements elements;
    private final PackageReader packages;
    private final RelationshipReader relationships;
    private final List<String> authors = new ArrayList<>();
    private final List<String> tools = new ArrayList<>();
    private final List<Component.Property> properties = new ArrayList<>();
    private @Nullable String version;
    private @Nullable String namespace;
    private @Nullable Instant created;
    private long files;

    DocumentReader(Cursor cursor, UnreadReport report, SbomVisitor visitor) {
        this.cursor = cursor;
        this.report = report;
        this.elements = new Elements(report, visitor);
        this.packages = new PackageReader(cursor, report, visitor, elements);
        this.relationships = new RelationshipReader(cursor, report, visitor, elements);
    }

    SbomDocument read() throws IOException, UnreadableInput {
        if (cursor.isList() || !cursor.enterObject()) {
            throw refusal("it is not an object");
        }
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            field(field);
        }
        if (version == null) {
            throw refusal("it states no \"spdxVersion\"");
        }
        elements.finish();
        if (files > 0) {
            properties.add(new Component.Property("spdx:files", Long.toString(files)));
        }
        return new SbomDocument("SPDX", version, namespace, null, created, authors, tools, null, properties);
    }

    private void field(String field) throws IOException, UnreadableInput {
        switch (field) {
            case "spdxVersion" -> version();
            case "documentNamespace" -> namespace = cursor.text();
            case "name" -> name();
            case "creationInfo" -> creationInfo();
            case "documentDescribes" -> described();
            case "packages" -> packages.list();
            case "relationships" -> relationships.list();
            case "files" -> others(true);
            case "snippets" -> others(false);
            case "@context", "@graph" -> throw refusal("it is SPDX 3 in JSON-LD");
            default -> {}
        }
    }

    private void version() throws IOException, UnreadableInput {
        version = cursor.text();
        if (version == null || VERSIONS.contains(version)) {
            return;
        }
        if (!version.startsWith("SPDX-2.")) {
            throw refusal("its version is " + Quoted.of(version));
        }
        report.kept(
                cursor.location(),
                "spdxVersion",
                "%s is not 2.2 or 2.3; only what it has in common with them is read".formatted(Quoted.of(version)));
    }

    private UnreadableInput refusal(String reason) {
        return report.refusal(
                version == null ? Location.START : cursor.location(),
                "SPDX",
                reason + "; " + SpdxJsonReader.WHAT_IS_READ);
    }

    private void name() throws IOException, UnreadableInput {
        String name = cursor.text();
        if (name != null) {
            properties.add(new Component.Property("spdx:name", name));
        }
    }

    private void creationInfo() throws IOException, UnreadableInput {
        if (!cursor.enterObject()) {
            return;
        }
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "created" -> created();
                case "creators" -> creators();
                default -> {}
            }
        }
    }

    private void created() throws IOException, UnreadableInput {
        String text = cursor.text();
        if (text == null) {
            return;
        }
        try {
            created = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            report.lost(cursor.location(), "created", "%s is no date and time in UTC".formatted(Quoted.of(text)));
        }
    }

    private void creators() throws IOException, UnreadableInput {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextItem()) {
            String text = cursor.text();
            if (text == null) {
                continue;
            }
            String tool = Values.after("Tool:", text);
            String party = Values.party(text);
            if (tool != null) {
                tools.add(tool);
            } else if (party != null) {
                authors.add(party);
            } else {
                authors.add(text);
                report.kept(
                        cursor.location(),
                        "creator",
                        "%s is no \"Tool:\", \"Organization:\" or \"Person:\"".formatted(Quoted.of(text)));
            }
        }
    }

    private void described() throws IOException, UnreadableInput {
        cursor.eachItem(() -> {
            String id = cursor.text();
            if (id != null) {
                elements.describe(id);
            }
        });
    }

    private void others(boolean counted) throws IOException, UnreadableInput {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextItem()) {
            files += counted ? 1 : 0;
            if (cursor.enterObject()) {
                for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                    String id = field.equals("SPDXID") ? cursor.text() : null;
                    if (id != null) {
                        elements.addOther(id, cursor.location());
                    }
                }
            }
        }
    }
}

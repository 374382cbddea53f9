package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.sbom.Component;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what a document says of itself and of its subject.
///
/// Source: CycloneDX 1.7, `metadata`.
final class MetadataReader {

    final List<String> authors = new ArrayList<>();
    final List<String> tools = new ArrayList<>();
    final List<Component.Property> properties = new ArrayList<>();

    @Nullable
    Instant timestamp;

    @Nullable
    String supplier;

    private final Cursor cursor;
    private final UnreadReport report;
    private final Parts parts;
    private final ComponentReader components;
    private final ServiceReader services;
    private final LicenceReader licences;

    MetadataReader(Bom bom, ComponentReader components, ServiceReader services) {
        this.cursor = bom.cursor;
        this.report = bom.report;
        this.parts = new Parts(bom);
        this.components = components;
        this.services = services;
        this.licences = new LicenceReader(bom);
    }

    void read() throws IOException, UnreadableInput {
        if (!cursor.enterObject()) {
            return;
        }
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "timestamp" -> timestamp();
                case "tools" -> tools();
                case "authors" -> authors.addAll(parts.people());
                case "component" -> components.read(ComponentReader.Use.SUBJECT, Nest.top());
                case "manufacturer", "manufacture" -> manufacturer();
                case "supplier" -> supplier = parts.organisation();
                case "licenses" -> licences.read(licence -> {});
                case "properties" -> parts.properties(this::property);
                default -> {}
            }
        }
    }

    void property(String name, String value) {
        properties.add(new Component.Property(name, value));
    }

    private void timestamp() throws IOException, UnreadableInput {
        String text = cursor.text();
        if (text == null) {
            return;
        }
        try {
            timestamp = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            report.lost(
                    cursor.location(),
                    "timestamp",
                    "%s is no date and time with an offset from UTC".formatted(Quoted.of(text)));
        }
    }

    /// The one who made the subject has no place among what every format says of a document; it is kept as a
    /// property.
    private void manufacturer() throws IOException, UnreadableInput {
        String name = parts.organisation();
        if (name != null) {
            property("cdx:manufacturer", name);
        }
    }

    private void tools() throws IOException, UnreadableInput {
        if (cursor.isList()) {
            cursor.eachItem(this::tool);
        } else if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                switch (field) {
                    case "tool" -> tool();
                    case "components" -> toolComponents();
                    case "services" -> toolServices();
                    default -> {}
                }
            }
        }
    }

    private void tool() throws IOException, UnreadableInput {
        if (!cursor.enterObject()) {
            return;
        }
        String vendor = null;
        String name = null;
        String version = null;
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "vendor" -> vendor = cursor.text();
                case "name" -> name = cursor.text();
                case "version" -> version = cursor.text();
                default -> {}
            }
        }
        addTool(vendor, name, version);
    }

    private void toolComponents() throws IOException, UnreadableInput {
        cursor.eachItem(() -> {
            OpenComponent tool = components.read(ComponentReader.Use.UNTOLD, Nest.top());
            if (tool != null) {
                addTool(tool.draft.group, tool.draft.name, tool.draft.version);
            }
        });
    }

    private void toolServices() throws IOException, UnreadableInput {
        cursor.eachItem(() -> {
            ServiceReader.OpenService tool = services.read(false, Nest.top());
            if (tool != null) {
                addTool(tool.group, tool.name, tool.version);
            }
        });
    }

    private void addTool(@Nullable String vendor, @Nullable String name, @Nullable String version) {
        String tool = Stream.of(vendor, name, version).filter(Objects::nonNull).collect(Collectors.joining(" "));
        if (!tool.isEmpty()) {
            tools.add(tool);
        }
    }
}

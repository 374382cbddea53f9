package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.sbom.SbomDocument;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a document's top level, in JSON and XML alike.
///
/// Source: CycloneDX 1.7, the root object.
final class BomReader {

    private static final String FORMAT = "CycloneDX";
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern SERIAL_NUMBER = Pattern.compile("urn:uuid:" + UUID + "|\\{" + UUID + "}");

    private final Bom bom;
    private final Cursor cursor;
    private final UnreadReport report;
    private final Parts parts;
    private final ComponentReader components;
    private final ServiceReader services;
    private final MetadataReader metadata;
    private @Nullable String serialNumber;
    private @Nullable String version;
    private boolean formatStated;

    BomReader(Bom bom) {
        this.bom = bom;
        this.cursor = bom.cursor;
        this.report = bom.report;
        this.parts = new Parts(bom);
        this.components = new ComponentReader(bom);
        this.services = new ServiceReader(bom);
        this.metadata = new MetadataReader(bom, components, services);
        this.formatStated = cursor.isXml();
    }

    SbomDocument read() throws IOException, UnreadableInput {
        if (cursor.isList() || !cursor.enterObject()) {
            throw report.refusal(Location.START, FORMAT, "it is not an object");
        }
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            field(field);
        }
        String specVersion = bom.version.get();
        if (!formatStated) {
            report.kept(Location.START, FORMAT, "it does not say \"bomFormat\": \"CycloneDX\"");
        }
        bom.refs.finish();
        return new SbomDocument(
                FORMAT,
                specVersion,
                serialNumber,
                version,
                metadata.timestamp,
                metadata.authors,
                metadata.tools,
                metadata.supplier,
                metadata.properties);
    }

    private void field(String field) throws IOException, UnreadableInput {
        switch (field) {
            case "bomFormat" -> format();
            case "specVersion" -> specVersion();
            case "serialNumber" -> serialNumber();
            case "version" -> version = cursor.wholeNumber();
            case "metadata" -> metadata.read();
            case "components" -> components.list(ComponentReader.Use.LISTED, Nest.top());
            case "services" -> services.list(true, Nest.top());
            case "dependencies" -> new DependencyReader(bom).list();
            case "citations" -> new CitationReader(bom).list();
            case "properties" -> parts.properties(metadata::property);
            default -> {}
        }
    }

    private void format() throws IOException, UnreadableInput {
        String format = cursor.text();
        if (!FORMAT.equals(format)) {
            throw report.refusal(
                    cursor.location(),
                    FORMAT,
                    "\"bomFormat\" is %s, not \"CycloneDX\"".formatted(Quoted.of(String.valueOf(format))));
        }
        formatStated = true;
    }

    private void specVersion() throws IOException, UnreadableInput {
        String stated = cursor.text();
        if (!cursor.isXml() && stated != null) {
            bom.version.stated(stated, cursor.location());
        }
    }

    private void serialNumber() throws IOException, UnreadableInput {
        serialNumber = cursor.text();
        if (serialNumber != null && !SERIAL_NUMBER.matcher(serialNumber).matches()) {
            report.kept(
                    cursor.location(),
                    "serialNumber",
                    "%s is no \"urn:uuid:\" with a UUID".formatted(Quoted.of(serialNumber)));
        }
    }
}

package dev.ward.standards.gudid;

import dev.ward.standards.input.ContentKind;
import dev.ward.standards.input.JsonCursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.input.XmlCursor;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the shapes in which the FDA publishes GUDID, device by device: the release (XML), openFDA's answers and files
/// (JSON), AccessGUDID's answers about one device and about the history of one (JSON).
///
/// Memory does not grow with the number of devices. What cannot be read of one is told, and hides no other.
///
/// Source: FDA, GUDID full release (XML); openFDA, device/udi; NLM, AccessGUDID API 2.0 and 3.0.
public final class GudidReader {

    /// The namespace of the release.
    public static final String NAMESPACE = "http://www.fda.gov/cdrh/gudid";

    /// The parts that the FDA adds to its own release have none.
    private static final Set<String> NAMESPACES = Set.of(NAMESPACE, "");

    private final UnreadReport report;
    private final Consumer<GudidDevice> devices;
    private long told;

    private GudidReader(UnreadReport report, Consumer<GudidDevice> devices) {
        this.report = report;
        this.devices = devices;
    }

    /// Reads a document of any of the shapes, recognised by its content; the input is not closed.
    ///
    /// @return how many devices were told; of a history, each version is one
    /// @throws UnreadableInput when it is none of them, or breaks off; what was told before remains
    public static long read(InputStream input, Consumer<GudidDevice> devices, UnreadReport report)
            throws IOException, UnreadableInput {
        BufferedInputStream buffered = new BufferedInputStream(input, 1 << 16);
        buffered.mark(ContentKind.PREFIX);
        ContentKind kind = ContentKind.of(buffered.readNBytes(ContentKind.PREFIX));
        buffered.reset();
        GudidReader reader = new GudidReader(report, devices);
        switch (kind) {
            case XML -> reader.readXml(buffered);
            case JSON -> reader.readJson(buffered);
            default -> throw report.refusal(Location.START, "GUDID", "it is %s".formatted(kind.words()));
        }
        return reader.told;
    }

    private void readXml(InputStream input) throws IOException, UnreadableInput {
        XmlCursor cursor = XmlCursor.open(input, report, NAMESPACES);
        if (cursor.rootName().equals("device")) {
            tell(new DeviceReader(cursor, report).read());
        } else if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                if (field.equals("device")) {
                    tell(new DeviceReader(cursor, report).read());
                }
            }
        }
        cursor.finish();
    }

    private void readJson(InputStream input) throws IOException, UnreadableInput {
        try (JsonCursor cursor = JsonCursor.open(input, report)) {
            if (cursor.isList()) {
                cursor.eachItem(() -> tell(new DeviceReader(cursor, report).read()));
            } else if (cursor.enterObject()) {
                for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                    switch (field) {
                        case "results" -> cursor.eachItem(() -> tell(new DeviceReader(cursor, report).read()));
                        case "gudid" -> readAnswer(cursor);
                        case "history" -> readHistory(cursor);
                        default -> {
                            // about the answer, not the device
                        }
                    }
                }
            }
            cursor.finish();
        }
    }

    /// `{"device": {…}}`
    private void readAnswer(JsonCursor cursor) throws IOException, UnreadableInput {
        if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                if (field.equals("device")) {
                    tell(new DeviceReader(cursor, report).read());
                }
            }
        }
    }

    /// `{"3": {…, "xml": "<device …>"}, "2": {…}}`
    private void readHistory(JsonCursor cursor) throws IOException, UnreadableInput {
        if (cursor.enterObject()) {
            for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                readVersion(cursor);
            }
        }
    }

    private void readVersion(JsonCursor cursor) throws IOException, UnreadableInput {
        if (!cursor.enterObject()) {
            return;
        }
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            if (field.equals("xml")) {
                readEmbedded(cursor.location(), cursor.text());
            }
        }
    }

    /// Reads a document within the document; when it breaks off, the other versions are still read.
    private void readEmbedded(Location location, @Nullable String xml) throws IOException {
        if (xml == null) {
            return;
        }
        try {
            readXml(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableInput e) {
            report.lost(location, "xml", e.unread().reason());
        }
    }

    private void tell(@Nullable GudidDevice device) {
        if (device != null) {
            devices.accept(device);
            told++;
        }
    }
}

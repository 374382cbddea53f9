package dev.ward.standards.spdx;

import dev.ward.standards.input.ContentKind;
import dev.ward.standards.input.JsonCursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.sbom.SbomDocument;
import dev.ward.standards.sbom.SbomReader;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads SPDX 2.2 and 2.3 in JSON; of another 2.x, what it has in common with 2.3.
///
/// Packages are components; files and snippets are counted, not kept. A package depends on those that it depends on,
/// links to, contains or needs, whichever end of the relationship says so. The order of the fields does not matter.
///
/// Source: SPDX 2.2.1 (ISO/IEC 5962:2021), SPDX 2.3.
public final class SpdxJsonReader implements SbomReader {

    static final String WHAT_IS_READ = "SPDX is read in JSON, versions 2.2 and 2.3";

    @Override
    public SbomDocument read(String name, InputStream input, SbomVisitor visitor) throws IOException, UnreadableInput {
        UnreadReport report = new UnreadReport(name, visitor::unread);
        InputStream buffered = new BufferedInputStream(input, 1 << 16);
        buffered.mark(ContentKind.PREFIX);
        ContentKind kind = ContentKind.of(buffered.readNBytes(ContentKind.PREFIX));
        buffered.reset();
        if (kind != ContentKind.JSON) {
            throw report.refusal(Location.START, "SPDX", "it is %s; %s".formatted(kind.words(), WHAT_IS_READ));
        }
        try (JsonCursor cursor = JsonCursor.open(buffered, report)) {
            SbomDocument document = new DocumentReader(cursor, report, visitor).read();
            cursor.finish();
            return document;
        }
    }
}

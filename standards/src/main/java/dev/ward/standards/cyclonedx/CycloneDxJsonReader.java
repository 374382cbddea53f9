package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.JsonCursor;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.sbom.SbomDocument;
import dev.ward.standards.sbom.SbomReader;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.IOException;
import java.io.InputStream;

/// Reads CycloneDX 1.2 to 1.7 in JSON; of a later 1.x, what it has in common with 1.7.
///
/// The order of the fields does not matter. Fields that are not known are passed. Nested components are told before
/// the one that holds them; where its `bom-ref` stands behind them, up to 10,000 are held back for it.
///
/// Source: CycloneDX 1.2 to 1.7 (1.6 is ECMA-424).
public final class CycloneDxJsonReader implements SbomReader {

    @Override
    public SbomDocument read(String name, InputStream input, SbomVisitor visitor) throws IOException, UnreadableInput {
        UnreadReport report = new UnreadReport(name, visitor::unread);
        try (JsonCursor cursor = JsonCursor.open(input, report)) {
            SbomDocument document = new BomReader(new Bom(cursor, report, visitor)).read();
            cursor.finish();
            return document;
        }
    }
}

package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.input.XmlCursor;
import dev.ward.standards.sbom.SbomDocument;
import dev.ward.standards.sbom.SbomReader;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.IOException;
import java.io.InputStream;

/// Reads CycloneDX 1.2 to 1.7 in XML; of a later 1.x, what it has in common with 1.7.
///
/// The namespace of the root element says the version. Elements of other namespaces are passed.
///
/// Source: CycloneDX 1.2 to 1.7 (1.6 is ECMA-424).
public final class CycloneDxXmlReader implements SbomReader {

    /// What the namespace of every version begins with; the version follows.
    public static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

    @Override
    public SbomDocument read(String name, InputStream input, SbomVisitor visitor) throws IOException, UnreadableInput {
        UnreadReport report = new UnreadReport(name, visitor::unread);
        XmlCursor cursor = XmlCursor.open(input, report);
        if (!cursor.rootName().equals("bom") || !cursor.namespace().startsWith(NAMESPACE)) {
            throw report.refusal(
                    Location.START,
                    "CycloneDX",
                    "the root element is %s of namespace %s, not \"bom\" of %s1.7 or earlier"
                            .formatted(Quoted.of(cursor.rootName()), Quoted.of(cursor.namespace()), NAMESPACE));
        }
        Bom bom = new Bom(cursor, report, visitor);
        bom.version.stated(cursor.namespace().substring(NAMESPACE.length()), cursor.location());
        SbomDocument document = new BomReader(bom).read();
        cursor.finish();
        return document;
    }
}

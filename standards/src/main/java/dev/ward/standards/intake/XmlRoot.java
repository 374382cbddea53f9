package dev.ward.standards.intake;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.input.XmlInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The root element of an XML document, which shows what it is.
///
/// @param namespace  empty when it has none
record XmlRoot(String localName, String namespace) {

    private static final int LOOK_AHEAD = 1 << 20;

    /// Looks ahead in the input and sets it back to where it was; what it mends is told by who reads it.
    ///
    /// @throws UnreadableInput when no root element is found in the first MiB
    static XmlRoot of(String name, BufferedInputStream input) throws IOException, UnreadableInput {
        input.mark(LOOK_AHEAD + 1);
        try (LookAhead ahead = new LookAhead(input, LOOK_AHEAD)) {
            XMLStreamReader reader = XmlInput.open(new UnreadReport(name, told -> {}), ahead);
            while (!reader.isStartElement()) {
                reader.next();
            }
            String namespace = reader.getNamespaceURI();
            return new XmlRoot(reader.getLocalName(), namespace == null ? "" : namespace);
        } catch (XMLStreamException e) {
            throw XmlInput.unreadable(name, "", e);
        } finally {
            input.reset();
        }
    }

    /// What the document is, in words that complete "it is …".
    String words() {
        return switch (localName) {
            case "RDF" -> "RDF in XML, a form of SPDX";
            case "Document" -> "SPDX in XML";
            case "SoftwareIdentity" -> "a SWID tag";
            default ->
                "XML with the root element %s of namespace %s".formatted(Quoted.of(localName), Quoted.of(namespace));
        };
    }
}

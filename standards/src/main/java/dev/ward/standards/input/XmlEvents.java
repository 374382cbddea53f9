package dev.ward.standards.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The events of an XML document from its root element on, with errors told as departures of the input.
///
/// What takes a `where` asks it only for a message: finding the place costs.
final class XmlEvents {

    private static final int LONGEST_TEXT = 32 << 20;

    private final UnreadReport report;
    private final XMLStreamReader reader;

    private XmlEvents(UnreadReport report, XMLStreamReader reader) {
        this.report = report;
        this.reader = reader;
    }

    static XmlEvents atRoot(InputStream input, UnreadReport report) throws IOException, UnreadableInput {
        XmlEvents events = new XmlEvents(report, XmlInput.open(report, input));
        while (events.type() != XMLStreamConstants.START_ELEMENT) {
            events.next(() -> Location.START);
        }
        return events;
    }

    /// The type of the current event, as [XMLStreamConstants] number them.
    int type() {
        return reader.getEventType();
    }

    /// The current element's name without its prefix.
    String name() {
        return reader.getLocalName();
    }

    /// The current element's namespace; empty when it has none.
    String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    javax.xml.stream.Location place() {
        return reader.getLocation();
    }

    /// Adds name and value of each attribute of the current element that has no namespace.
    void attributes(List<String> namesAndValues) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String foreign = reader.getAttributeNamespace(i);
            if (foreign == null || foreign.isEmpty()) {
                namesAndValues.add(reader.getAttributeLocalName(i));
                namesAndValues.add(reader.getAttributeValue(i));
            }
        }
    }

    int next(Supplier<Location> where) throws IOException, UnreadableInput {
        try {
            return reader.next();
        } catch (XMLStreamException e) {
            throw XmlInput.unreadable(report.input(), where.get().pointer(), e);
        }
    }

    /// Goes to the end of the current element.
    void skipElement(Supplier<Location> where) throws IOException, UnreadableInput {
        for (int depth = 1; depth > 0; ) {
            int event = next(where);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /// Appends the text of the current event, where it is one.
    void append(StringBuilder text, Supplier<Location> where) throws UnreadableInput {
        if (reader.hasText() && type() != XMLStreamConstants.COMMENT) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            if (text.length() > LONGEST_TEXT) {
                throw report.refusal(where.get(), "XML", "a text is longer than %d characters".formatted(LONGEST_TEXT));
            }
        }
    }
}

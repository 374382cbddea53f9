package dev.ward.table;

import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.input.XmlInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks the elements of one part of a workbook, whatever namespace they are in: there are two of the
/// same meaning.
final class Part implements Closeable {

    private static final String RELATION = "id";

    private final @Nullable InputStream in;
    private final @Nullable XMLStreamReader xml;

    /// @param in  null for a part that is not there, which has no elements
    Part(@Nullable InputStream in) throws IOException, UnreadableInput {
        this.in = in;
        this.xml = in == null ? null : XmlInput.open(new UnreadReport("the workbook", _ -> {}), in);
    }

    /// @return whether there is a further element
    boolean nextElement() throws IOException, UnreadableInput {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /// The next event, as [XMLStreamConstants] number them.
    int next() throws IOException, UnreadableInput {
        if (xml == null) {
            return XMLStreamConstants.END_DOCUMENT;
        }
        try {
            return xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            throw XmlInput.unreadable("the workbook", "", e);
        }
    }

    /// Whether the current element has this name.
    boolean at(String name) {
        return reader().getLocalName().equals(name);
    }

    String attribute(String name, String absent) {
        XMLStreamReader reader = reader();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name) && isPlain(reader.getAttributeNamespace(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return absent;
    }

    /// The id of the relation that the current element has; it alone is in a namespace.
    String relation() {
        XMLStreamReader reader = reader();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(RELATION) && !isPlain(reader.getAttributeNamespace(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static boolean isPlain(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty();
    }

    /// Appends the text of the current event, where it is one.
    ///
    /// @param most  characters; what is longer is cut there
    void append(StringBuilder text, int most) {
        XMLStreamReader reader = reader();
        if (reader.isCharacters() || reader.getEventType() == XMLStreamConstants.CDATA) {
            int length = Math.min(reader.getTextLength(), most - text.length());
            text.append(reader.getTextCharacters(), reader.getTextStart(), Math.max(0, length));
        }
    }

    private XMLStreamReader reader() {
        return Objects.requireNonNull(xml);
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}

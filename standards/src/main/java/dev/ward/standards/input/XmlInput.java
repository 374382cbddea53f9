package dev.ward.standards.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Opens XML that may be hostile as a stream of events.
///
/// A document type declaration is refused whatever it says: no entity is ever defined or fetched. With that, the
/// platform's limits on the size of entities only count the characters that stand for themselves (`&amp;`), of
/// which a large honest document has many: they are lifted. Nesting is at most 100,000 levels; names 1,000
/// characters; 1,000 attributes at one element.
///
/// Source: Extensible Markup Language (XML) 1.0; OWASP XML External Entity Prevention.
public final class XmlInput {

    private static final XMLInputFactory FACTORY = factory();

    private XmlInput() {}

    /// A reader before the first event; closing it does not close `input`.
    ///
    /// @param report  what is mended is told here; its name is that of the input in messages
    public static XMLStreamReader open(UnreadReport report, InputStream input) throws IOException, UnreadableInput {
        try {
            return FACTORY.createXMLStreamReader(XmlText.of(report, input));
        } catch (XMLStreamException e) {
            throw unreadable(report.input(), "", e);
        }
    }

    /// What to throw when the reader broke off: the text is not XML from here on, or a limit is exceeded.
    ///
    /// @param pointer  the path of the element that was being read
    /// @throws IOException  the input's own, when reading it failed
    public static UnreadableInput unreadable(String name, String pointer, XMLStreamException e) throws IOException {
        if (e.getNestedException() instanceof IOException cause && !(cause instanceof CharacterCodingException)) {
            throw cause;
        }
        String reason = e.getNestedException() instanceof CharacterCodingException
                ? "the bytes are not of the encoding that it states or shows"
                : reason(e);
        Location location = e.getLocation() == null
                ? new Location(0, 0, pointer)
                : new Location(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber(), pointer);
        return new UnreadableInput(new Unread(name, location, "XML", reason, true));
    }

    /// The message without the place that the platform puts before it and the property names that it puts after it.
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf("Message: ");
        String text = start < 0 ? message : message.substring(start + "Message: ".length());
        if (text.contains("DOCTYPE is disallowed")) {
            return "it has a document type declaration (<!DOCTYPE …>), which is refused whatever it says; remove it";
        }
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.dtd.support", "deny");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxElementDepth", "100000");
        factory.setProperty("jdk.xml.elementAttributeLimit", "1000");
        return factory;
    }
}

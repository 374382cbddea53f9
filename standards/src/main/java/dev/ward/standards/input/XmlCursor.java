package dev.ward.standards.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/// Walks an XML document within the limits of [XmlInput].
public final class XmlCursor implements Cursor {

    private final UnreadReport report;
    private final XmlEvents events;
    private final String namespace;
    private final Set<String> read;
    private final Deque<Frame> frames = new ArrayDeque<>();
    /// The value of an attribute or of an element's own text; null while the cursor stands at an element.
    private @Nullable String plain;
    private javax.xml.stream.Location place;
    private boolean taken;

    /// What was entered and is not yet walked to its end.
    private static final class Frame {
        final List<String> attributes = new ArrayList<>();
        final StringBuilder text = new StringBuilder();
        boolean choice;
        boolean ended;
        boolean hasChild;
        int attribute;
        int item = -1;
        String segment = "";
    }

    private XmlCursor(UnreadReport report, XmlEvents events, Set<String> read) {
        this.report = report;
        this.events = events;
        this.namespace = events.namespace();
        this.read = read;
        this.place = events.place();
    }

    /// A cursor at the root element.
    public static XmlCursor open(InputStream input, UnreadReport report) throws IOException, UnreadableInput {
        XmlEvents events = XmlEvents.atRoot(input, report);
        return new XmlCursor(report, events, Set.of(events.namespace()));
    }

    /// A cursor at the root element that reads what belongs to these namespaces, whatever the root's is.
    public static XmlCursor open(InputStream input, UnreadReport report, Set<String> namespaces)
            throws IOException, UnreadableInput {
        return new XmlCursor(report, XmlEvents.atRoot(input, report), Set.copyOf(namespaces));
    }

    public String rootName() {
        return events.name();
    }

    /// The namespace of the root element; empty when it has none.
    public String namespace() {
        return namespace;
    }

    @Override
    public Location location() {
        return new Location(place.getLineNumber(), place.getColumnNumber(), pointer());
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Iterator<Frame> i = frames.descendingIterator(); i.hasNext(); ) {
            String segment = i.next().segment;
            if (!segment.isEmpty()) {
                pointer.append('/').append(segment);
            }
        }
        return pointer.toString();
    }

    @Override
    public boolean isXml() {
        return true;
    }

    @Override
    public boolean isList() {
        return false;
    }

    @Override
    public boolean enterObject() {
        taken = true;
        if (refusePlain("an element")) {
            return false;
        }
        Frame frame = new Frame();
        events.attributes(frame.attributes);
        frames.push(frame);
        return true;
    }

    @Override
    public boolean enterChoice() {
        if (refusePlain("an element")) {
            return false;
        }
        Frame frame = new Frame();
        frame.choice = true;
        frames.push(frame);
        taken = true;
        return true;
    }

    @Override
    public @Nullable String nextField() throws IOException, UnreadableInput {
        Frame frame = frames.getFirst();
        if (frame.choice && !frame.ended) {
            frame.ended = true;
            taken = false;
            plain = null;
            frame.segment = events.name();
            return frame.segment;
        }
        pass();
        if (frame.ended) {
            leave();
            return null;
        }
        if (frame.attribute < frame.attributes.size()) {
            frame.segment = frame.attributes.get(frame.attribute);
            plain = frame.attributes.get(frame.attribute + 1);
            frame.attribute += 2;
            taken = false;
            return frame.segment;
        }
        frame.segment = "";
        if (toChild(frame)) {
            frame.hasChild = true;
            frame.segment = events.name();
            return frame.segment;
        }
        if (frame.hasChild) {
            leave();
            return null;
        }
        frame.ended = true;
        plain = frame.text.toString().strip();
        return TEXT;
    }

    @Override
    public boolean enterList() {
        return enterObject();
    }

    @Override
    public boolean nextItem() throws IOException, UnreadableInput {
        pass();
        Frame frame = frames.getFirst();
        if (toChild(frame)) {
            frame.item++;
            frame.segment = Integer.toString(frame.item);
            return true;
        }
        leave();
        return false;
    }

    @Override
    public @Nullable String text() throws IOException, UnreadableInput {
        taken = true;
        if (plain != null) {
            return plain.strip();
        }
        StringBuilder text = new StringBuilder();
        for (int event = events.next(this::location);
                event != XMLStreamConstants.END_ELEMENT;
                event = events.next(this::location)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                report.lost(location(), events.name(), "a text was expected, not an element");
                events.skipElement(this::location);
            } else {
                events.append(text, this::location);
            }
        }
        return text.toString().strip();
    }

    @Override
    public @Nullable String scalar() throws IOException, UnreadableInput {
        return text();
    }

    @Override
    public @Nullable Boolean bool() throws IOException, UnreadableInput {
        Location location = location();
        String text = String.valueOf(text());
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                report.lost(location, what(), "true or false was expected, not " + Quoted.of(text));
                yield null;
            }
        };
    }

    @Override
    public @Nullable String wholeNumber() throws IOException, UnreadableInput {
        Location location = location();
        String text = String.valueOf(text());
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text;
        }
        report.lost(location, what(), "a whole number was expected, not " + Quoted.of(text));
        return null;
    }

    /// Reads what follows the root element, which can only be comments.
    public void finish() throws IOException, UnreadableInput {
        while (events.type() != XMLStreamConstants.END_DOCUMENT) {
            events.next(this::location);
        }
    }

    /// Goes to the next child element of a namespace that is read, gathering text; false at the end of the element.
    private boolean toChild(Frame frame) throws IOException, UnreadableInput {
        plain = null;
        for (int event = events.next(this::location);
                event != XMLStreamConstants.END_ELEMENT;
                event = events.next(this::location)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (read.contains(events.namespace())) {
                    frame.text.setLength(0);
                    place = events.place();
                    taken = false;
                    return true;
                }
                events.skipElement(this::location);
            } else {
                events.append(frame.text, this::location);
            }
        }
        taken = true;
        return false;
    }

    private boolean refusePlain(String expected) {
        if (plain == null) {
            return false;
        }
        report.lost(location(), what(), expected + " was expected, not " + Quoted.of(plain));
        return true;
    }

    private String what() {
        return frames.isEmpty() ? "item" : frames.getFirst().segment;
    }

    private void leave() {
        frames.pop();
        plain = null;
        taken = true;
    }

    private void pass() throws IOException, UnreadableInput {
        if (!taken) {
            taken = true;
            if (plain == null) {
                events.skipElement(this::location);
            }
        }
    }
}

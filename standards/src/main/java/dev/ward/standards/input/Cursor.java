package dev.ward.standards.input;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Walks a document of objects, lists and texts once, forwards, whatever its syntax, so that one reader serves both.
///
/// After [#nextField] and [#nextItem] the cursor stands at a value. The reader takes it by one of the other
/// methods, or passes it by going on. What was entered must be walked to its end. A value of another kind than the
/// one asked for is told as a departure and passed.
///
/// In XML, attributes and child elements of an element are its fields, attributes first; the text of an element that
/// has no child elements is its last field, [#TEXT]; the children of a list are its items; what belongs to another
/// namespace than the root is passed.
public interface Cursor {

    /// The name of the field that holds the text of an XML element.
    String TEXT = "#text";

    /// Where the current value stands; in XML, the line and column at which its start tag ends.
    ///
    /// The pointer has the same form for both: `/components/3/purl`, without the root element's name.
    Location location();

    /// Whether the document is XML, for the few places where the two differ in shape.
    boolean isXml();

    /// Whether the current value is a list; never so in XML, where only the reader can know.
    boolean isList();

    boolean enterObject() throws IOException, UnreadableInput;

    /// Goes to the next field of the object entered last.
    ///
    /// @return its name; null at the object's end, which leaves it
    @Nullable
    String nextField() throws IOException, UnreadableInput;

    boolean enterList() throws IOException, UnreadableInput;

    /// Goes to the next item of the list entered last; false at its end, which leaves it.
    boolean nextItem() throws IOException, UnreadableInput;

    /// Reads each item of the current list, which it enters.
    default void eachItem(ItemReading item) throws IOException, UnreadableInput {
        if (enterList()) {
            while (nextItem()) {
                item.read();
            }
        }
    }

    /// Reads the item at which the cursor stands.
    interface ItemReading {
        void read() throws IOException, UnreadableInput;
    }

    /// Enters the current item as an object; in XML, as one whose only field is the item under its element's name.
    ///
    /// `[{"expression": "MIT"}]` and `<expression>MIT</expression>` are so the same.
    boolean enterChoice() throws IOException, UnreadableInput;

    /// The current value as text, in XML without white space at its ends; null when it is none.
    @Nullable
    String text() throws IOException, UnreadableInput;

    /// The current value as text when it is a text, a number, true or false, for formats that do not agree with
    /// themselves which; null when it is null or none of these.
    @Nullable
    String scalar() throws IOException, UnreadableInput;

    /// The current value as true or false; null when it is neither.
    @Nullable
    Boolean bool() throws IOException, UnreadableInput;

    /// The current value as a whole number from 0, as it is written; null when it is none.
    @Nullable
    String wholeNumber() throws IOException, UnreadableInput;
}

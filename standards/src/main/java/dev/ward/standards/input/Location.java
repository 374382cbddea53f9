package dev.ward.standards.input;

/// Where in an input something stands.
///
/// @param line     line, from 1; 0 where the reader cannot tell
/// @param column   column, from 1; 0 where the reader cannot tell
/// @param pointer  JSON Pointer (RFC 6901) or, for XML, the element path in the same form; "" is the whole document
public record Location(long line, long column, String pointer) {

    public static final Location START = new Location(1, 1, "");

    /// The longest pointer in a message.
    private static final int LONGEST = 200;

    /// The place in words; of a very long pointer, its beginning and its end.
    @Override
    public String toString() {
        String place = pointer.isEmpty() ? "/" : pointer;
        if (place.length() > LONGEST) {
            place = place.substring(0, LONGEST / 2) + "…" + place.substring(place.length() - LONGEST / 2);
        }
        return line == 0 ? place : "line %d, column %d (%s)".formatted(line, column, place);
    }
}

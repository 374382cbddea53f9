package dev.ward.standards.source;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// One record of a source while it is read: where it stands, what it is called, and whom to tell of what is wrong.
public final class SourceRecord {

    private final String input;
    private final Location start;
    private final Consumer<Unread> unread;
    private String name;
    private int lost;

    /// @param start  where the record begins in its input; its pointer stands before every pointer told
    /// @param name   what the record is called until its id is known
    public SourceRecord(String input, Location start, String name, Consumer<Unread> unread) {
        this.input = input;
        this.start = start;
        this.name = name;
        this.unread = unread;
    }

    public Field root(JsonNode tree) {
        return new Field(this, null, "", tree);
    }

    public void called(String id) {
        name = id;
    }

    public String name() {
        return name;
    }

    /// How many parts were lost up to now. A reader compares two answers: where a part of a statement was lost, the
    /// statement must not say "not affected".
    public int lost() {
        return lost;
    }

    void tell(String pointer, String reason, boolean isLost) {
        if (isLost) {
            lost++;
        }
        Location place = new Location(start.line(), start.column(), start.pointer() + pointer);
        unread.accept(new Unread(input, place, name, reason, isLost));
    }
}

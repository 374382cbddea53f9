package dev.ward.standards.source;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import tools.jackson.databind.JsonNode;

/// One record of a source while it is read: where it stands, what it is called, and whom to tell of what is wrong.
public final class SourceRecord {

    private final UnreadReport report;
    private final Location start;
    private String name;
    private int lost;

    /// @param start  where the record begins in its input; its pointer stands before every pointer told
    /// @param name   what the record is called until its id is known
    public SourceRecord(UnreadReport report, Location start, String name) {
        this.report = report;
        this.start = start;
        this.name = name;
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

    void lose(String pointer, String reason) {
        lost++;
        report.lost(place(pointer), name, reason);
    }

    void mark(String pointer, String reason) {
        report.kept(place(pointer), name, reason);
    }

    private Location place(String pointer) {
        return new Location(start.line(), start.column(), start.pointer() + pointer);
    }
}

package dev.ward.standards.intake;

import dev.ward.standards.input.JsonInput;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.source.ByteLines;
import dev.ward.standards.source.RecordTree;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/// Reads a text with one record on each line; a line that is none does not hide the next.
final class AdvisoryLines {

    private final String input;
    private final UnreadReport report;
    private final AdvisoryRecords records;

    AdvisoryLines(String input, AdvisoryTally tally) {
        this.input = input;
        this.report = tally.report(input);
        this.records = new AdvisoryRecords(input, tally);
    }

    void read(InputStream in) throws IOException, UnreadableInput {
        ByteLines lines = new ByteLines(in, (int) RecordTree.LONGEST_RECORD);
        while (lines.next()) {
            Location place = new Location(lines.number(), 1, "");
            if (lines.isTooLong()) {
                records.refuse(place, "is longer than %d bytes".formatted(RecordTree.LONGEST_RECORD));
            } else if (!lines.isBlank()) {
                line(lines, place);
            }
        }
        records.finish();
    }

    private void line(ByteLines lines, Location place) throws IOException, UnreadableInput {
        UnreadReport ofLine = new UnreadReport(input, part -> report.sink().accept(at(place, part)));
        try (JsonParser parser = JsonInput.open(ofLine, lines.bytes())) {
            try {
                parser.nextToken();
                RecordTree.Result result = RecordTree.read(parser);
                boolean more = parser.nextToken() != null;
                switch (result) {
                    case RecordTree.Result.Tree tree -> records.take(place, tree.root());
                    case RecordTree.Result.Refused(String reason) -> records.refuse(place, "is " + reason);
                }
                if (more) {
                    report.lost(place, "the rest of the line", "follows after a record");
                }
            } catch (JacksonException e) {
                Unread broken = at(place, JsonInput.unreadable(input, parser, e).unread());
                records.refuse(broken.location(), "is no JSON: " + broken.reason());
            }
        }
    }

    /// What was found within the line, by the line that it is.
    private static Unread at(Location line, Unread part) {
        Location within = part.location();
        Location place = new Location(line.line(), within.column(), within.pointer());
        return new Unread(part.input(), place, part.what(), part.reason(), part.lost());
    }
}

package dev.ward.standards.intake;

import dev.ward.standards.input.JsonInput;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.kev.KevReader;
import dev.ward.standards.source.RecordTree;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads one JSON document: a record, an array of records, or a feed whose `vulnerabilities` are records.
final class AdvisoryDocument {

    private static final String FEED = "vulnerabilities";

    private final String input;
    private final AdvisoryTally tally;
    private final UnreadReport report;
    private final AdvisoryRecords records;

    AdvisoryDocument(String input, AdvisoryTally tally) {
        this.input = input;
        this.tally = tally;
        this.report = tally.report(input);
        this.records = new AdvisoryRecords(input, tally);
    }

    void read(InputStream in) throws IOException, UnreadableInput {
        long before = tally.records();
        try (JsonParser parser = JsonInput.open(report, in)) {
            try {
                document(parser);
            } catch (JacksonException e) {
                UnreadableInput broken = JsonInput.unreadable(input, parser, e);
                if (tally.records() == before) {
                    throw broken;
                }
                Unread rest = broken.unread();
                report.lost(rest.location(), "the rest of the document", "is no JSON: " + rest.reason());
            }
        }
    }

    private void document(JsonParser parser) throws UnreadableInput {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            object(parser);
        } else if (first == JsonToken.START_ARRAY) {
            elements(parser);
            if (records.isEmpty()) {
                empty("the array");
            }
        } else {
            throw unreadable(first == null ? "empty" : "a single JSON value");
        }
        records.finish();
        if (parser.nextToken() != null) {
            Location place = JsonInput.location(parser);
            report.lost(place, "the rest", "follows after the end of the document");
        }
    }

    private void elements(JsonParser parser) throws UnreadableInput {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            records.take(JsonInput.location(parser), parser);
        }
    }

    private void object(JsonParser parser) throws UnreadableInput {
        Location start = JsonInput.location(parser);
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        long left = RecordTree.LONGEST_RECORD;
        String refused = "";
        boolean feed = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && isFeed(name, seen)) {
                feed = true;
                elements(parser);
                continue;
            }
            switch (RecordTree.read(parser, left)) {
                case RecordTree.Result.Tree tree -> {
                    seen.set(name, tree.root());
                    left -= tree.cost();
                }
                case RecordTree.Result.Refused(String reason) -> refused = reason;
            }
        }
        if (feed) {
            endOfFeed(seen);
        } else if (refused.isEmpty()) {
            records.take(start, seen);
        } else {
            records.refuse(start, "is " + refused);
        }
    }

    private boolean isFeed(String name, ObjectNode seen) throws UnreadableInput {
        String foreign = name.equals("CVE_Items") ? "an NVD feed of the old format 1.1" : AdvisoryKind.foreign(seen);
        if (!foreign.isEmpty()) {
            throw unreadable(foreign);
        }
        if (name.equals(FEED)) {
            recognise(seen);
        }
        return name.equals(FEED);
    }

    private void recognise(ObjectNode seen) {
        if (seen.path("format").asString("").equals("NVD_CVE") || seen.has("resultsPerPage")) {
            records.recognise(AdvisoryKind.NVD);
        } else if (KevReader.isCatalogue(seen)) {
            records.recognise(AdvisoryKind.KEV);
        }
    }

    private void endOfFeed(ObjectNode seen) throws UnreadableInput {
        String foreign = AdvisoryKind.foreign(seen);
        if (!foreign.isEmpty() && tally.taken().records() == 0) {
            throw unreadable(foreign);
        }
        recognise(seen);
        if (records.isEmpty()) {
            throw unreadable("a JSON object with an empty list of vulnerabilities, of a kind that Ward does not know");
        }
        records.finish();
        if (KevReader.isCatalogue(seen)) {
            tally.kevCatalogue(KevReader.catalogue(seen));
        }
        if (tally.taken().records() == 0 && tally.taken().unread() == 0) {
            empty("the feed");
        }
    }

    private void empty(String what) {
        report.kept(Location.START, what, "holds no records");
    }

    private UnreadableInput unreadable(String what) {
        return report.refusal(Location.START, "the input", Described.notRead(what));
    }
}

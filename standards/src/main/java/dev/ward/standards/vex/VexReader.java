package dev.ward.standards.vex;

import dev.ward.standards.input.JsonInput;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.source.Field;
import dev.ward.standards.source.RecordTree;
import dev.ward.standards.source.SourceRecord;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/// Reads a VEX document of any of the three formats, recognised by its content. One document is one
/// record: it is held whole, within the limits of [RecordTree].
public final class VexReader {

    private static final String WHAT = "VEX";

    private VexReader() {}

    /// @param report  is told of everything that could not be read
    /// @throws UnreadableInput  when it is no VEX document at all
    public static VexDocument read(InputStream input, UnreadReport report) throws IOException, UnreadableInput {
        Field root = new SourceRecord(report, new Location(0, 0, ""), WHAT).root(tree(input, report));
        if (root.node().path("bomFormat").asString("").equals("CycloneDX")) {
            return CycloneDxVex.read(root);
        }
        if (root.node().path("document").path("csaf_version").isString()) {
            return CsafVex.read(root);
        }
        if (root.node().path("@context").asString("").contains("openvex") || root.has("statements")) {
            return OpenVex.read(root);
        }
        throw report.refusal(Location.START, WHAT, "it is neither CSAF nor OpenVEX nor CycloneDX in JSON");
    }

    private static JsonNode tree(InputStream input, UnreadReport report) throws IOException, UnreadableInput {
        try (JsonParser parser = JsonInput.open(report, input)) {
            try {
                if (parser.nextToken() == null) {
                    throw report.refusal(Location.START, WHAT, "there is nothing in it");
                }
                return switch (RecordTree.read(parser)) {
                    case RecordTree.Result.Tree(JsonNode root, long _) -> root;
                    case RecordTree.Result.Refused(String reason) -> throw report.refusal(Location.START, WHAT, reason);
                };
            } catch (JacksonException e) {
                throw JsonInput.unreadable(report.input(), parser, e);
            }
        }
    }
}

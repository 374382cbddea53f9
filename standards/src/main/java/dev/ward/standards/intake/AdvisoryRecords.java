package dev.ward.standards.intake;

import dev.ward.standards.cve.CveReader;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.kev.KevReader;
import dev.ward.standards.nvd.NvdReader;
import dev.ward.standards.osv.OsvReader;
import dev.ward.standards.source.Field;
import dev.ward.standards.source.RecordTree;
import dev.ward.standards.source.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/// The records of one input, each told by its kind.
///
/// As long as none was recognised, what is no record waits: an input without any is not read at all, rather than read
/// as a thousand parts that could not be.
final class AdvisoryRecords {

    private static final int MOST_WAITING = 1_000;

    private final UnreadReport report;
    private final AdvisoryTally tally;
    private final List<Unread> waiting = new ArrayList<>();
    private boolean recognised;

    AdvisoryRecords(String input, AdvisoryTally tally) {
        this.report = tally.report(input);
        this.tally = tally;
    }

    /// Takes the record on whose first token the parser stands.
    void take(Location place, JsonParser parser) throws UnreadableInput {
        switch (RecordTree.read(parser)) {
            case RecordTree.Result.Tree tree -> take(place, tree.root());
            case RecordTree.Result.Refused(String reason) -> refuse(place, "is " + reason);
        }
    }

    void take(Location place, JsonNode tree) throws UnreadableInput {
        Optional<AdvisoryKind> kind = AdvisoryKind.of(tree);
        if (kind.isEmpty()) {
            refuse(place, Described.notRead(Described.json(tree)));
            return;
        }
        recognise(kind.get());
        read(kind.get(), place, tree);
    }

    /// Says of what kind the records are, before or without any.
    void recognise(AdvisoryKind kind) {
        recognised = true;
        tally.kind(kind);
        waiting.forEach(tally::unread);
        waiting.clear();
    }

    void refuse(Location place, String reason) throws UnreadableInput {
        Unread unread = new Unread(report.input(), place, "record", reason, true);
        if (recognised) {
            tally.unread(unread);
            return;
        }
        waiting.add(unread);
        if (waiting.size() > MOST_WAITING) {
            finish();
        }
    }

    /// Whether anything was or is to be told.
    boolean isEmpty() {
        return !recognised && waiting.isEmpty();
    }

    /// @throws UnreadableInput  when not one record was recognised
    void finish() throws UnreadableInput {
        if (!waiting.isEmpty()) {
            throw new UnreadableInput(waiting.getFirst());
        }
    }

    private void read(AdvisoryKind kind, Location place, JsonNode tree) {
        SourceRecord record = new SourceRecord(report, place, kind.label());
        Field root = record.root(tree);
        switch (kind) {
            case CVE -> CveReader.read(root).ifPresent(tally::advisory);
            case OSV -> OsvReader.read(root).ifPresent(tally::advisory);
            case NVD -> {
                Field cve = tree.has("cve") ? root.at("cve") : root;
                if (cve.isObject()) {
                    NvdReader.read(cve).ifPresent(tally::advisory);
                }
            }
            case KEV -> KevReader.read(root).ifPresent(tally::kev);
            case EPSS ->
                throw new IllegalArgumentException("an EPSS score is never JSON: \"%s\"".formatted(report.input()));
        }
    }
}

package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Cursor;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Checks who said a part of the document; the citations themselves are not kept.
///
/// Source: CycloneDX 1.7, `citation`.
final class CitationReader {

    private final Cursor cursor;
    private final UnreadReport report;

    CitationReader(Bom bom) {
        this.cursor = bom.cursor;
        this.report = bom.report;
    }

    void list() throws IOException, UnreadableInput {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextItem()) {
            Location location = cursor.location();
            if (cursor.enterObject()) {
                Map<String, Integer> counts = new HashMap<>();
                for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
                    switch (field) {
                        case "pointers", "expressions", "timestamp", "attributedTo", "process" ->
                            counts.merge(field, 1, Integer::sum);
                        default -> {}
                    }
                }
                check(counts, location);
            }
        }
    }

    private void check(Map<String, Integer> counts, Location location) {
        if (!counts.containsKey("timestamp")) {
            report.kept(location, "citation", "it has no timestamp");
        }
        if (!counts.containsKey("attributedTo") && !counts.containsKey("process")) {
            report.kept(location, "citation", "it has neither attributedTo nor process");
        }
        if (counts.containsKey("pointers") == counts.containsKey("expressions")) {
            report.kept(location, "citation", "it must have either pointers or expressions");
        }
        counts.forEach((field, count) -> {
            if (count > 1) {
                report.kept(location, "citation", "it has %s %d times".formatted(field, count));
            }
        });
    }
}

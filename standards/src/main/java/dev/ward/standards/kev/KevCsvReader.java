package dev.ward.standards.kev;

import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.source.SourceRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads CISA's catalogue as CSV, row by row.
///
/// Source: RFC 4180; CISA, Known Exploited Vulnerabilities Catalog.
public final class KevCsvReader {

    private KevCsvReader() {}

    /// @param csv  from its header line on
    /// @return how many entries were told
    public static long read(Reader csv, Consumer<KevEntry> entries, UnreadReport report) throws IOException {
        CsvRows rows = new CsvRows(csv);
        List<String> header = rows.next();
        long told = 0;
        while (header != null) {
            long line = rows.line();
            List<String> row = rows.next();
            if (row == null) {
                break;
            }
            if (row.size() == 1 && row.getFirst().isBlank()) {
                continue;
            }
            Location place = new Location(line, 1, "");
            if (rows.isTooLong()) {
                report.lost(place, "row", "is longer than a row can be");
                continue;
            }
            if (row.size() != header.size()) {
                String reason = "has %d columns, not %d".formatted(row.size(), header.size());
                report.lost(place, "row " + Quoted.of(row.getFirst()), reason);
                continue;
            }
            SourceRecord record = new SourceRecord(report, place, "row");
            List<KevEntry> read = new ArrayList<>(1);
            KevReader.read(record.root(object(header, row))).ifPresent(read::add);
            read.forEach(entries);
            told += read.size();
        }
        return told;
    }

    private static ObjectNode object(List<String> header, List<String> row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            object.put(header.get(i), row.get(i));
        }
        return object;
    }
}

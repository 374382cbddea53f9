package dev.ward.table;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What an import did, or would do. Of rows each is one of new, changed, unchanged, older or refused.
public interface TableCounts {

    /// Rows of the file.
    long read();

    /// What is new.
    long created();

    /// What changes.
    long changed();

    /// Rows that say nothing new.
    long unchanged();

    /// Rows that say what was said otherwise since.
    long older();

    /// Rows that are not taken.
    long refused();

    /// Warnings, of which a row may have several.
    long warned();

    /// As the job and the audit trail tell them.
    default SequencedMap<String, String> figures() {
        SequencedMap<String, String> figures = new LinkedHashMap<>();
        figures.put("read", Long.toString(read()));
        figures.put("new", Long.toString(created()));
        figures.put("changed", Long.toString(changed()));
        figures.put("unchanged", Long.toString(unchanged()));
        figures.put("older", Long.toString(older()));
        figures.put("refused", Long.toString(refused()));
        return figures;
    }
}

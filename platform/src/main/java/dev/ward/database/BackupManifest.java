package dev.ward.database;

import java.util.List;
import java.util.Map;

/// What a backup holds, as its entry `manifest.json` says.
///
/// @param format      of the file; this Ward writes and reads 1
/// @param made        when the snapshot was taken
/// @param migrations  the versions of the schemas, in their order
/// @param auditHead   the newest entry of the audit trail, `SEQ:HASH`
/// @param tables      in an order in which they can be filled
/// @param sequences   their last values, by name
/// @param files       SHA-256 of files of the data folder, by name
public record BackupManifest(
        int format,
        String made,
        List<String> migrations,
        String auditHead,
        List<Part> tables,
        Map<String, Long> sequences,
        Map<String, String> files) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /// One table, in PostgreSQL's binary form of `COPY`.
    ///
    /// @param table   schema and name
    /// @param sha256  over the bytes before they were packed
    public record Part(String table, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + table;
        }
    }

    public long rows() {
        return tables.stream().mapToLong(Part::rows).sum();
    }
}

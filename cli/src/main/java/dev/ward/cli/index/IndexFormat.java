package dev.ward.cli.index;

import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.version.SortKey;
import dev.ward.standards.version.VersionScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// How an index file is laid out.
///
/// `magic` · records · entries (key, then what is filed under it) · table (hash and place of each entry, open
/// addressing) · group of each record · groups · summary · trailer. The trailer's nine longs are: layout,
/// places of table, record groups and summary, number of slots, records, length of the summary, checksum,
/// magic. All numbers outside varints are big-endian. Records, entries and groups are framed, each with a
/// checksum; the trailer's is that of all the rest, read when the file is opened.
final class IndexFormat {

    /// Changes with this layout, with the sort keys', and with the lists whose places in it are stored.
    static final long LAYOUT = 31L * Objects.hash(5, SortKey.FORMAT)
            + List.of(VersionScheme.values()).toString().hashCode()
            + 31L * List.of(VersionStatus.values()).toString().hashCode()
            + 961L * List.of(SeverityRating.values()).toString().hashCode();

    static final long MAGIC = 0x57415244_49445831L; // "WARDIDX1"
    static final int TRAILER_BYTES = 9 * Long.BYTES;
    static final int SLOT_BYTES = 2 * Long.BYTES;

    private IndexFormat() {}

    static String entryKey(MatchKeys.Key key) {
        return switch (key.use()) {
            case PACKAGE, SOURCE -> "p:" + key.text();
            case CPE -> "c:" + key.text();
            case NAME -> "n:" + key.text();
        };
    }

    static String kevKey(String cve) {
        return "k:" + cve;
    }

    static String epssKey(String cve) {
        return "e:" + cve;
    }

    /// FNV-1a over the UTF-8 bytes, mixed; never 0, which marks an empty slot.
    static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}

package dev.ward.cli.index;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.match.Varint;
import dev.ward.standards.match.Vulnerability;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A prepared index, mapped into memory: opening it costs nothing, whatever its size.
public final class IndexFile implements Closeable {

    private final FileChannel channel;
    private final MappedByteBuffer mapped;
    private final long tableAt;
    private final long groupsAt;
    private final int slots;
    private final IndexSummary summary;
    private final Map<Long, Vulnerability> vulnerabilities = new HashMap<>();

    /// @throws IOException  with a message for people when the file is no index or was made by another version
    public static IndexFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new IndexFile(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private IndexFile(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size > Integer.MAX_VALUE) {
            throw new IOException("\"%s\" is larger than 2 GiB, the most that an index may have".formatted(file));
        }
        if (size < Long.BYTES + IndexFormat.TRAILER_BYTES) {
            throw new IOException("\"%s\" is no index, or was cut off".formatted(file));
        }
        this.channel = channel;
        mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
        ByteBuffer trailer = mapped.slice((int) size - IndexFormat.TRAILER_BYTES, IndexFormat.TRAILER_BYTES);
        long layout = trailer.getLong();
        tableAt = trailer.getLong();
        groupsAt = trailer.getLong();
        long summaryAt = trailer.getLong();
        slots = (int) trailer.getLong();
        trailer.getLong();
        int summaryLength = (int) trailer.getLong();
        if (trailer.getLong() != IndexFormat.MAGIC || mapped.getLong(0) != IndexFormat.MAGIC) {
            throw new IOException("\"%s\" is no index, or was cut off".formatted(file));
        }
        if (layout != IndexFormat.LAYOUT) {
            throw new IOException(
                    "\"%s\" was made by another version of Ward; make it anew with ward index".formatted(file));
        }
        byte[] bytes = new byte[summaryLength];
        mapped.get((int) summaryAt, bytes);
        summary = IndexSummary.decode(new ByteReader(bytes));
    }

    /// Tells whether bytes are the beginning of an index.
    static boolean isIndex(byte[] head) {
        return head.length >= Long.BYTES && ByteBuffer.wrap(head).getLong() == IndexFormat.MAGIC;
    }

    public IndexSummary summary() {
        return summary;
    }

    /// What is filed under a key, or null: the number of entries, then the entries.
    Varint.@Nullable Cursor find(String key) {
        long hash = IndexFormat.hash(key);
        int slot = (int) (hash & (slots - 1));
        while (true) {
            int at = (int) tableAt + slot * IndexFormat.SLOT_BYTES;
            long stored = mapped.getLong(at);
            if (stored == 0) {
                return null;
            }
            if (stored == hash) {
                ByteReader reader = new ByteReader(framed(mapped.getLong(at + Long.BYTES)));
                if (reader.text().equals(key)) {
                    return reader.cursor();
                }
            }
            slot = slot + 1 & slots - 1;
        }
    }

    private byte[] framed(long place) {
        byte[] bytes = new byte[mapped.getInt((int) place)];
        mapped.get((int) place + Integer.BYTES, bytes);
        return bytes;
    }

    private ByteReader behindNumber(long record) {
        return new ByteReader(new Varint.Cursor(framed(record), Integer.BYTES));
    }

    /// A record without its statements.
    Advisory record(long place) {
        return AdvisoryCodec.decodeHead(behindNumber(place));
    }

    /// One statement of a record, with who made it.
    ///
    /// @param source  the record, for explanations: `OSV PYSEC-2021-62`
    record Statement(String source, Affected affected) {}

    /// @param filter  says which criteria are worth reading; null: all
    Statement statement(long place, int number, @Nullable CriteriaFilter filter) {
        ByteReader reader = behindNumber(place);
        Advisory head = AdvisoryCodec.decodeHead(reader);
        return new Statement(head.source() + " " + head.id(), AdvisoryCodec.decodeAffected(reader, number, filter));
    }

    /// The place of the group that a record belongs to; the same for all records of one vulnerability.
    long groupOf(long recordPlace) {
        int number = mapped.getInt((int) recordPlace + Integer.BYTES);
        return mapped.getLong((int) groupsAt + number * Long.BYTES);
    }

    /// The vulnerability that a group of records tells of.
    Vulnerability vulnerability(long group) {
        return vulnerabilities.computeIfAbsent(group, this::readVulnerability);
    }

    private Vulnerability readVulnerability(long group) {
        ByteReader reader = new ByteReader(framed(group));
        List<String> ids = reader.texts();
        int count = reader.integer();
        List<Advisory> records = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            records.add(record(reader.number()));
        }
        Vulnerability bare = Vulnerability.of(ids, records, null, null);
        return Vulnerability.of(ids, records, kev(bare.id()), epss(bare.id()));
    }

    private @Nullable KevEntry kev(String cve) {
        Varint.Cursor found = find(IndexFormat.kevKey(cve));
        if (found == null) {
            return null;
        }
        found.varint();
        return AdvisoryCodec.decodeKev(new ByteReader(found));
    }

    private @Nullable EpssScore epss(String cve) {
        Varint.Cursor found = find(IndexFormat.epssKey(cve));
        if (found == null) {
            return null;
        }
        EpssScore latest = null;
        for (int i = found.varint(); i > 0; i--) {
            EpssScore score = AdvisoryCodec.decodeEpss(cve, new ByteReader(found), summary.epss());
            if (latest == null || score.date().compareTo(latest.date()) > 0) {
                latest = score;
            }
        }
        return latest;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

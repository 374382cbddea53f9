package dev.ward.cli.index;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.codec.AdvisoryCodec;
import dev.ward.standards.codec.ByteReader;
import dev.ward.standards.codec.CriteriaFilter;
import dev.ward.standards.match.Varint;
import dev.ward.standards.match.Vulnerability;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A prepared index, mapped into memory: opening it costs next to nothing, whatever its size.
///
/// Damage never passes for an answer: the parts that lead to others are checked when the file is opened,
/// every other one when it is read.
public final class IndexFile implements Closeable {

    private final Path file;
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
        this.file = file;
        this.channel = channel;
        mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
        ByteBuffer trailer = mapped.slice((int) size - IndexFormat.TRAILER_BYTES, IndexFormat.TRAILER_BYTES);
        long layout = trailer.getLong();
        tableAt = trailer.getLong();
        groupsAt = trailer.getLong();
        long summaryAt = trailer.getLong();
        long slotCount = trailer.getLong();
        long records = trailer.getLong();
        long summaryLength = trailer.getLong();
        long checksum = trailer.getLong();
        if (trailer.getLong() != IndexFormat.MAGIC || mapped.getLong(0) != IndexFormat.MAGIC) {
            throw new IOException("\"%s\" is no index, or was cut off".formatted(file));
        }
        if (layout != IndexFormat.LAYOUT) {
            throw new IOException(
                    "\"%s\" was made by another version of Ward; make it anew with ward index".formatted(file));
        }
        if (Long.bitCount(slotCount) != 1) {
            throw damaged(file);
        }
        CRC32 found = new CRC32();
        found.update(part(0, Long.BYTES));
        found.update(part(tableAt, slotCount * IndexFormat.SLOT_BYTES));
        found.update(part(groupsAt, records * Long.BYTES));
        found.update(part(summaryAt, summaryLength));
        found.update(part(size - IndexFormat.TRAILER_BYTES, IndexFormat.TRAILER_BYTES - 2 * Long.BYTES));
        if (found.getValue() != checksum) {
            throw damaged(file);
        }
        slots = (int) slotCount;
        byte[] bytes = new byte[(int) summaryLength];
        mapped.get((int) summaryAt, bytes);
        summary = IndexSummary.decode(new ByteReader(bytes));
    }

    private ByteBuffer part(long place, long length) throws IOException {
        if (place < 0 || length < 0 || place > mapped.limit() || length > mapped.limit() - place) {
            throw damaged(file);
        }
        return mapped.slice((int) place, (int) length);
    }

    private static IOException damaged(Path file) {
        return new IOException(
                ("\"%s\" is damaged: it is an index, but not as it was written. Remove it; then make it anew with ward "
                                + "index, or let ward scan do so if it was kept by it")
                        .formatted(file));
    }

    /// Tells whether a file begins as an index does.
    static boolean isIndex(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(Long.BYTES);
            return head.length == Long.BYTES && ByteBuffer.wrap(head).getLong() == IndexFormat.MAGIC;
        }
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
        return Frame.read(mapped, place).orElseThrow(() -> new UncheckedIOException(damaged(file)));
    }

    /// A record without its statements.
    Advisory record(long place) {
        return AdvisoryCodec.decodeHead(new ByteReader(framed(place)));
    }

    /// One statement of a record, with who made it.
    ///
    /// @param source  the record, for explanations: `OSV PYSEC-2021-62`
    record Statement(String source, Affected affected) {}

    /// @param filter  says which criteria are worth reading; null: all
    Statement statement(long place, int number, @Nullable CriteriaFilter filter) {
        ByteReader reader = new ByteReader(framed(place));
        Advisory head = AdvisoryCodec.decodeHead(reader);
        return new Statement(head.source() + " " + head.id(), AdvisoryCodec.decodeAffected(reader, number, filter));
    }

    /// The place of the group that a record belongs to; the same for all records of one vulnerability.
    ///
    /// @param record  the record's number
    long groupOf(int record) {
        return mapped.getLong((int) groupsAt + record * Long.BYTES);
    }

    /// The vulnerability that a group of records tells of.
    Vulnerability vulnerability(long group) {
        return vulnerabilities.computeIfAbsent(group, this::readVulnerability);
    }

    private Vulnerability readVulnerability(long group) {
        ByteReader reader = new ByteReader(framed(group));
        String cve = reader.optional();
        List<String> ids = reader.texts();
        int count = reader.integer();
        List<Advisory> records = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            records.add(record(reader.number()));
        }
        KevEntry kev = null;
        EpssScore epss = null;
        for (String id : ids) {
            kev = kev == null ? kev(id) : kev;
            EpssScore own = epss(id);
            epss = epss == null || (own != null && id.equals(cve)) ? own : epss;
        }
        return Vulnerability.of(cve, ids, records, kev, epss);
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

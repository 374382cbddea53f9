package dev.ward.cli.index;

import dev.ward.standards.codec.ByteReader;
import dev.ward.standards.codec.ByteWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Collects what is filed under keys in a file of its own, then writes it key by key with a table to find each.
///
/// In memory stay a hash, a place and a number for each entry.
final class EntryFile implements Closeable {

    static final int NO_RECORD = -1;

    private final Path file;
    private final OutputFile out;
    private long[] hashes = new long[1 << 12];
    private long[] places = new long[1 << 12];
    private int[] records = new int[1 << 12];
    private int count;
    private long tableAt;
    private int slots;

    EntryFile(Path file) throws IOException {
        this.file = file;
        out = new OutputFile(file);
    }

    void add(String key, int record, byte[] entry) throws IOException {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            places = Arrays.copyOf(places, count * 2);
            records = Arrays.copyOf(records, count * 2);
        }
        hashes[count] = IndexFormat.hash(key);
        places[count] = out.position();
        records[count] = record;
        count++;
        out.framed(new ByteWriter().text(key).raw(entry).toBytes());
    }

    long tableAt() {
        return tableAt;
    }

    int slots() {
        return slots;
    }

    /// Writes all entries whose record lives, those of one key together, and the table.
    void writeTo(OutputFile target, boolean[] alive) throws IOException {
        out.close();
        Integer[] order = IntStream.range(0, count)
                .filter(i -> records[i] == NO_RECORD || alive[records[i]])
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(order, Comparator.<Integer>comparingLong(i -> hashes[i]).thenComparing(Comparator.naturalOrder()));
        List<long[]> table = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            EntrySource source = new EntrySource(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            for (int from = 0; from < order.length; ) {
                int to = from;
                while (to < order.length && hashes[order[to]] == hashes[order[from]]) {
                    to++;
                }
                for (Map.Entry<String, List<byte[]>> key :
                        source.byKey(order, from, to).entrySet()) {
                    table.add(new long[] {hashes[order[from]], target.position()});
                    ByteWriter bytes = new ByteWriter().text(key.getKey());
                    bytes.number(key.getValue().size());
                    key.getValue().forEach(bytes::raw);
                    target.framed(bytes.toBytes());
                }
                from = to;
            }
        }
        writeTable(target, table);
    }

    private void writeTable(OutputFile target, List<long[]> table) throws IOException {
        slots = Math.max(16, Integer.highestOneBit(Math.max(1, table.size() * 3 / 2)) * 2);
        long[] slotted = new long[slots * 2];
        for (long[] entry : table) {
            int slot = (int) (entry[0] & (slots - 1));
            while (slotted[slot * 2] != 0) {
                slot = slot + 1 & slots - 1;
            }
            slotted[slot * 2] = entry[0];
            slotted[slot * 2 + 1] = entry[1];
        }
        tableAt = target.position();
        target.longs(slotted);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private final class EntrySource {

        private final ByteBuffer mapped;

        EntrySource(ByteBuffer mapped) {
            this.mapped = mapped;
        }

        /// The entries of one hash by their key: two keys may share a hash.
        Map<String, List<byte[]>> byKey(Integer[] order, int from, int to) {
            Map<String, List<byte[]>> byKey = new LinkedHashMap<>();
            for (int i = from; i < to; i++) {
                byte[] bytes = Frame.read(mapped, places[order[i]])
                        .orElseThrow(() -> new IllegalStateException("an entry changed after it was written"));
                ByteReader reader = new ByteReader(bytes);
                String key = reader.text();
                byKey.computeIfAbsent(key, absent -> new ArrayList<>(1))
                        .add(Arrays.copyOfRange(bytes, reader.cursor().position(), bytes.length));
            }
            return byKey;
        }
    }
}

package dev.ward.standards.intake;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Unpacks gzip and zip as streams, within limits; never writes a file, so that an entry's name is only a name.
final class Unpacking {

    /// How many archives may lie within each other.
    static final int DEEPEST = 3;

    /// Entries of all archives of one input. The largest real one, all of OSV, has under a million.
    static final int MOST_ENTRIES = 5_000_000;

    private static final int CHUNK = 1 << 16;

    private final Taker taker;
    private final AdvisoryTally tally;
    private final InflationLimit limit = new InflationLimit();
    private int entries;

    Unpacking(Taker taker, AdvisoryTally tally) {
        this.taker = taker;
        this.tally = tally;
    }

    /// Reads what was unpacked.
    interface Taker {
        void take(String name, InputStream in, int depth) throws IOException, UnreadableInput;
    }

    void gzip(String name, InputStream packed, int depth) throws IOException, UnreadableInput {
        checkDepth(name, depth);
        long before = tally.records();
        try {
            PackedInput source = new PackedInput(packed);
            InputStream unpacked = InflatedInput.opening(() -> new GZIPInputStream(source, CHUNK));
            taker.take(name, new InflatedInput(unpacked, source, limit), depth + 1);
        } catch (DamagedInput e) {
            tellDamage(name, e, tally.records() > before);
        }
    }

    void zip(String name, InputStream packed, int depth) throws IOException, UnreadableInput {
        checkDepth(name, depth);
        long before = tally.records();
        PackedInput source = new PackedInput(packed);
        ZipInputStream zip = new ZipInputStream(source);
        int found = 0;
        try {
            for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                found++;
                if (++entries > MOST_ENTRIES) {
                    throw new DamagedInput("holds more than %d entries".formatted(MOST_ENTRIES));
                }
                if (!entry.isDirectory()) {
                    entry(name + "!" + entry.getName(), entry.getName(), new InflatedInput(zip, source, limit), depth);
                }
            }
            if (!source.drainToEndOfDirectory()) {
                throw new DamagedInput("has no end; entries may be missing");
            }
        } catch (DamagedInput e) {
            tellDamage(name, e, found > 1 || tally.records() > before);
        }
    }

    private void entry(String label, String name, InputStream in, int depth) throws IOException {
        if (climbs(name)) {
            String reason = "has a name that climbs out of the archive: \"%s\"".formatted(name);
            tally.unread(new Unread(label, Location.START, "zip entry", reason, false));
        }
        try {
            taker.take(label, in, depth + 1);
        } catch (UnreadableInput e) {
            tally.unread(e.unread());
        }
        drain(in);
    }

    /// Goes to an entry's end within the limits; the unpacker itself would go there without any.
    private static void drain(InputStream entry) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int read = 0;
        while (read >= 0) {
            read = entry.read(chunk, 0, CHUNK);
        }
    }

    private static boolean climbs(String name) {
        String plain = name.replace('\\', '/');
        return plain.startsWith("/")
                || plain.indexOf(':') == 1
                || Arrays.asList(plain.split("/", -1)).contains("..");
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new DamagedInput("is damaged: " + e.getMessage());
        }
    }

    private static void checkDepth(String name, int depth) throws UnreadableInput {
        if (depth >= DEEPEST) {
            String reason = "lies within %d others, deeper than Ward unpacks".formatted(depth);
            throw new UnreadableInput(new Unread(name, Location.START, "archive", reason, true));
        }
    }

    private void tellDamage(String name, DamagedInput e, boolean partly) throws UnreadableInput {
        String what = partly ? "the rest of the archive" : "archive";
        Unread unread = new Unread(name, Location.START, what, e.reason(), true);
        if (!partly) {
            throw new UnreadableInput(unread);
        }
        tally.unread(unread);
    }
}

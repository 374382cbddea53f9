package dev.ward.standards.intake;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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

    /// Bytes in all. The largest real source, all of OSV, unpacks to under half of it.
    private static final long LARGEST = 32L << 30;

    /// Unpacked bytes for each packed byte. Real feeds stay under 40; a bomb reaches 1,000 and more.
    private static final long HIGHEST_RATIO = 200;

    private static final long SMALL = 8L << 20;
    private static final int CHUNK = 1 << 16;

    private final Taker taker;
    private final AdvisoryTally tally;
    private final InflationLimit limit = new InflationLimit(LARGEST, HIGHEST_RATIO, SMALL);
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
            taker.take(name, BoundedInput.gzip(packed, limit), depth + 1);
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
                    entry(
                            name + "!" + entry.getName(),
                            entry.getName(),
                            BoundedInput.unpacked(zip, source, limit),
                            depth);
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
            String reason = "has a name that climbs out of the archive: %s".formatted(Quoted.of(name));
            tally.report(label).kept(Location.START, "zip entry", reason);
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

    private void checkDepth(String name, int depth) throws UnreadableInput {
        if (depth >= DEEPEST) {
            String reason = "lies within %d others, deeper than Ward unpacks".formatted(depth);
            throw tally.report(name).refusal(Location.START, "archive", reason);
        }
    }

    private void tellDamage(String name, DamagedInput e, boolean partly) throws UnreadableInput {
        String what = partly ? "the rest of the archive" : "archive";
        UnreadReport report = tally.report(name);
        if (!partly) {
            throw report.refusal(Location.START, what, e.reason());
        }
        report.lost(Location.START, what, e.reason());
    }
}

package dev.ward.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Heads of the chain, noted in a file of the data folder, outside of the database: a line each, an instant and
/// `SEQ:HASH`. Lines are only added; no one but the owner can read the file.
public final class HeadNotes {

    private static final int BATCH = 1_000;

    private final Path file;

    private HeadNotes(Path file) {
        this.file = file;
    }

    /// The notes of a data folder; the file is made with the first of them.
    public static HeadNotes in(Path dataFolder) {
        return new HeadNotes(dataFolder.resolve("audit-heads.log"));
    }

    public Path file() {
        return file;
    }

    /// Adds a line, and sees it onto the disk.
    void add(Instant at, ChainHead head) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            // A line that a power cut broke off ends here, so that it spoils no other.
            String start = channel.size() == 0 ? "" : "\n";
            channel.write(ByteBuffer.wrap(
                    "%s%s %s".formatted(start, EntryBody.instant(at), head).getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    /// Reads the notes from the first to the last, a thousand at a time.
    ///
    /// @param batches  is given each thousand
    public Read read(Consumer<List<ChainHead>> batches) throws IOException {
        if (!Files.exists(file)) {
            return new Read(0, 0);
        }
        long heads = 0;
        long unreadable = 0;
        List<ChainHead> batch = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<ChainHead> head = ChainHead.parse(line.substring(line.indexOf(' ') + 1));
                if (head.isPresent()) {
                    heads++;
                    batch.add(head.get());
                } else {
                    unreadable++;
                }
                if (batch.size() == BATCH) {
                    batches.accept(List.copyOf(batch));
                    batch.clear();
                }
            }
        }
        batches.accept(List.copyOf(batch));
        return new Read(heads, unreadable);
    }

    /// What was found in the file.
    ///
    /// @param unreadable  lines that are no note, as a power cut can leave one
    public record Read(long heads, long unreadable) {}
}

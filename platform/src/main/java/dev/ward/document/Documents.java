package dev.ward.document;

import dev.ward.database.Uuids;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps documents as they came. Content that came before is kept once.
@Component
public class Documents {

    static final int CHUNK = 1 << 20;

    private final DocumentRepository repository;
    private final List<DocumentKeeper> keepers;

    Documents(DocumentRepository repository, List<DocumentKeeper> keepers) {
        this.repository = repository;
        this.keepers = List.copyOf(keepers);
    }

    /// Reads `in` to its end and holds what it gave until the arrival is closed; nothing stays that was not kept
    /// then. Memory does not grow with it, and no transaction is open while it is read.
    ///
    /// @param mostBytes  how many bytes are taken
    /// @throws DocumentTooLarge  when there are more
    /// @throws IOException       when `in` fails, or is so slow that it was given up
    public Arrival receive(InputStream in, long mostBytes) throws IOException {
        UUID contentId = Uuids.next();
        repository.begin(contentId);
        boolean arrived = false;
        try {
            Arrival arrival = new Arrival(repository, contentId, take(contentId, in, mostBytes));
            arrived = true;
            return arrival;
        } finally {
            if (!arrived) {
                repository.remove(contentId);
            }
        }
    }

    /// Removes what stopped arriving when its server was killed.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void sweep() {
        repository.removeAbandoned();
    }

    private StoredDocument take(UUID contentId, InputStream in, long mostBytes) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        int number = 0;
        for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
            size += chunk.length;
            if (size > mostBytes) {
                throw new DocumentTooLarge(mostBytes);
            }
            digest.update(chunk);
            repository.append(contentId, number, chunk);
            number++;
        }
        return new StoredDocument(HexFormat.of().formatHex(digest.digest()), size);
    }

    /// Opens a document from its first byte; it is read from the database a piece at a time.
    ///
    /// @throws IllegalArgumentException  when there is no such document
    public InputStream open(String sha256) {
        UUID contentId = repository
                .findContent(sha256)
                .orElseThrow(
                        () -> new IllegalArgumentException("no document has the SHA-256 \"%s\"".formatted(sha256)));
        return new ChunkInput(number -> repository.findChunk(contentId, number));
    }

    /// Removes a document for good; in the caller's transaction.
    ///
    /// @return false when a module still refers to it, and nothing was removed
    public boolean remove(String sha256) {
        // First: whoever brings the same bytes meanwhile either has told the keepers by now, or brings them anew.
        repository.lock(sha256);
        return keepers.stream().noneMatch(keeper -> keeper.keeps(sha256)) && repository.removeKept(sha256);
    }

    public boolean exists(String sha256) {
        return repository.findContent(sha256).isPresent();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

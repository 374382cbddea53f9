package dev.ward.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder of one Ward: its database, its credentials, its log. Only its owner may look into it.
public final class DataFolder implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path path;
    private @Nullable FileChannel channel;

    private DataFolder(Path path) {
        this.path = path;
    }

    /// Opens the folder, and makes it when it is absent; others may use it at the same time.
    public static DataFolder open(Path path) {
        try {
            Path absolute = path.toAbsolutePath().normalize();
            if (!Files.isDirectory(absolute)) {
                Files.createDirectories(absolute);
                Files.setPosixFilePermissions(absolute, OWNER_ONLY);
            }
            return new DataFolder(absolute);
        } catch (IOException e) {
            throw new DatabaseTrouble("cannot use the data folder \"%s\": %s".formatted(path, e.getMessage()), e);
        }
    }

    public Path path() {
        return path;
    }

    /// Claims the folder for one server; a second one is refused until this one ends, however it ends.
    public void claim() {
        try {
            FileChannel opened =
                    FileChannel.open(path.resolve("ward.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(opened);
            if (lock == null) {
                opened.close();
                throw new DatabaseTrouble(
                        "another Ward is running on the data folder \"%s\"; stop it, or choose another with --data"
                                .formatted(path));
            }
            channel = opened;
        } catch (IOException e) {
            throw new DatabaseTrouble("cannot use the data folder \"%s\": %s".formatted(path, e.getMessage()), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel opened) throws IOException {
        try {
            return opened.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new DatabaseTrouble("cannot leave the data folder \"%s\"".formatted(path), e);
        }
    }
}

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of one Ward: its database, its credentials, its log. Only its owner may look into it.
public final class DataFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_READS = PosixFilePermissions.fromString("rw-------");
    private static final String CREDENTIALS = "credentials.properties";

    private final Path path;
    private @Nullable FileChannel channel;

    private DataFolder(Path path) {
        this.path = path;
    }

    /// Opens the folder, and makes it when it is absent; others may use it at the same time. A folder that others could
    /// look into is closed to them.
    ///
    /// @throws DatabaseTrouble  when it cannot be used, or belongs to somebody else
    public static DataFolder open(Path path) {
        try {
            Path absolute = path.toAbsolutePath().normalize();
            if (!Files.isDirectory(absolute)) {
                Path parent = absolute.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(absolute, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            checkOwner(absolute);
            tighten(absolute, OWNER_ONLY);
            tighten(absolute.resolve(CREDENTIALS), OWNER_READS);
            return new DataFolder(absolute);
        } catch (IOException e) {
            throw new DatabaseTrouble("cannot use the data folder \"%s\": %s".formatted(path, e.getMessage()), e);
        }
    }

    /// Whoever owns the folder can put another database in its place, whatever its permissions say.
    private static void checkOwner(Path folder) throws IOException {
        Object owner = Files.getAttribute(folder, "unix:uid");
        if (!owner.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            throw new DatabaseTrouble(
                    "the data folder \"%s\" belongs to \"%s\", not to \"%s\" who runs Ward; run Ward as its owner, give the folder away with chown -R, or choose another with --data"
                            .formatted(folder, Files.getOwner(folder).getName(), System.getProperty("user.name")));
        }
    }

    private static void tighten(Path path, Set<PosixFilePermission> allowed) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
        if (!allowed.containsAll(found)) {
            Files.setPosixFilePermissions(path, allowed);
            LOG.warn(
                    "\"{}\" was open to other users ({}) and is now open to its owner alone. Who may have looked into it"
                            + " may know what it holds.",
                    path,
                    PosixFilePermissions.toString(found));
        }
    }

    public Path path() {
        return path;
    }

    /// The file of the passwords of the database that Ward brings.
    Path credentials() {
        return path.resolve(CREDENTIALS);
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

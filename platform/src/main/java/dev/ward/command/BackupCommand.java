package dev.ward.command;

import dev.ward.audit.AuditExport;
import dev.ward.audit.HeadNotes;
import dev.ward.database.Backup;
import dev.ward.database.BackupKey;
import dev.ward.database.BackupManifest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Writes a backup, beside a running server or without one.
@Command(
        name = "backup",
        description = {
            "Writes all that Ward keeps into one file, as it is at one moment; a server may go on meanwhile.",
            "The file holds everything, also what only some may see, such as cases under an embargo: encrypt it with",
            "--key, or keep it as you keep the data folder."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Mixin
    private BackupKeyOption keyOption = new BackupKeyOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "The file to write, which must not be there yet")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file)) {
            throw new Refusal("\"%s\" is there already; name another file".formatted(file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            throw new Refusal("there is no folder \"%s\" in which this user may write".formatted(folder));
        }
        BackupKey key = keyOption.read();
        Path data = options.data("ward");
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        BackupManifest manifest;
        try (PlainDatabase database = PlainDatabase.existing(data)) {
            manifest = write(database, data, partial, key);
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            throw new Refusal("\"%s\" could not be written: %s".formatted(file, e.getMessage()));
        } catch (RuntimeException e) {
            Files.deleteIfExists(partial);
            throw e;
        }
        Files.move(partial, file);
        Backup.note(data, manifest);
        System.out.println("backed up %,d rows of %d tables in %,d bytes; the audit trail's head is %s"
                .formatted(manifest.rows(), manifest.tables().size(), Files.size(file), manifest.auditHead()));
        System.err.println(
                key == null
                        ? "ward: the backup is not encrypted: whoever has the file reads all of it in plain text,"
                                + " cases under an embargo too. --key KEYFILE encrypts it."
                        : "ward: the backup is encrypted. Keep the key elsewhere too: without it nothing comes back.");
        return 0;
    }

    private static BackupManifest write(PlainDatabase database, Path data, Path partial, @Nullable BackupKey key)
            throws IOException {
        try (FileChannel channel = FileChannel.open(
                        partial,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                FileChannel again = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            BackupManifest manifest = new Backup(database.access(), Clock.systemUTC())
                    .write(
                            key == null ? out : key.encrypt(out),
                            List.of(HeadNotes.in(data).file()),
                            jdbc -> AuditExport.over(jdbc, Clock.systemUTC())
                                    .head()
                                    .toString());
            again.force(true); // writing has closed the first
            return manifest;
        }
    }
}

package dev.ward.command;

import dev.ward.database.BackupKey;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The key by which backups are encrypted.
final class BackupKeyOption {

    static final String VARIABLE = "WARD_BACKUP_KEY";

    @Option(
            names = "--key",
            paramLabel = "KEYFILE",
            description = {
                "A file that only its owner may read, with the passphrase or key of encrypted backups",
                "(default: the file that " + VARIABLE + " names; without either, a backup is not encrypted)"
            })
    private @Nullable Path file;

    /// @return null when there is none
    @Nullable
    BackupKey read() throws IOException {
        Path named = named();
        return named == null ? null : BackupKey.read(named);
    }

    private @Nullable Path named() {
        String set = System.getenv(VARIABLE);
        if (file == null && set != null && set.isBlank()) {
            throw new Refusal(VARIABLE + " is set and names no file. Name one, or unset it for backups in plain text");
        }
        return file != null || set == null ? file : Path.of(set);
    }
}

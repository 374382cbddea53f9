package dev.ward.advisory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/// How much is taken, for how long, and which files of the server, as the operator allows.
@Component
class ImportSettings {

    private final List<Path> folders;
    private final long mostBytes;
    private final Duration longest;

    /// @param folders  of the server, from which files may be read; none when empty
    /// @param most     the size of the largest document that is taken
    /// @param longest  how long the fetch of one document may take
    ImportSettings(
            @Value("${ward.import-folders:}") List<String> folders,
            @Value("${ward.import-most:4GB}") DataSize most,
            @Value("${ward.import-time:30m}") Duration longest) {
        this.folders = folders.stream().map(Path::of).toList();
        this.mostBytes = most.toBytes();
        this.longest = longest;
    }

    long mostBytes() {
        return mostBytes;
    }

    Duration longest() {
        return longest;
    }

    /// Gives a file's real path when it may be read.
    ///
    /// @throws IOException  when it may not, or is not there; a message for people
    Path allowed(Path file) throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                Path root = folder.toRealPath();
                Path wanted = root.resolve(file).normalize();
                if (wanted.startsWith(root)
                        && Files.exists(wanted)
                        && wanted.toRealPath().startsWith(root)) {
                    return wanted.toRealPath();
                }
            }
        }
        throw new IOException(
                folders.isEmpty()
                        ? "Files of the server cannot be imported: the operator has not set WARD_IMPORT_FOLDERS."
                        : "There is no file \"%s\" in the folders that the operator allows for imports."
                                .formatted(file));
    }
}

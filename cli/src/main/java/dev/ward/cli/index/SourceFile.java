package dev.ward.cli.index;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A file to read, and what to call it in messages.
///
/// @param name  its path below the folder that was named, or its own name
public record SourceFile(Path path, String name) {

    /// All files that paths name, those of a folder in the order of their names. Hidden files are left out.
    ///
    /// @throws NoSuchFileException  when a path names nothing
    public static List<SourceFile> of(List<Path> paths) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            if (!Files.isDirectory(path)) {
                files.add(new SourceFile(path, String.valueOf(path.getFileName())));
                continue;
            }
            try (Stream<Path> found = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                found.filter(Files::isRegularFile)
                        .filter(file -> !isHidden(path.relativize(file)))
                        .sorted()
                        .forEach(file -> files.add(
                                new SourceFile(file, path.relativize(file).toString())));
            }
        }
        return files;
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}

package dev.ward.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Takes folders away with all that is in them.
public final class Folders {

    private Folders() {}

    /// Whether there is nothing in a folder, or no folder.
    public static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /// Deletes what is in a folder; links are deleted, not followed.
    public static void empty(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(folder))
                    .toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    static void delete(Path folder) throws IOException {
        empty(folder);
        Files.deleteIfExists(folder);
    }
}

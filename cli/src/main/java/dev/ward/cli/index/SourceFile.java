package dev.ward.cli.index;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// A file to read, and what to call it in messages.
///
/// @param name  its path below the folder that was named, or its own name
public record SourceFile(Path path, String name) {

    /// All files that paths name, those of a folder in the order of their names.
    ///
    /// Of a folder, hidden files are left out, and what is no file, such as a pipe. Links are followed, but
    /// not in a circle. What cannot be looked into is among the files, so that reading it says why.
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
            Walk walk = new Walk(path);
            Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
            walk.found.stream()
                    .sorted()
                    .forEach(file ->
                            files.add(new SourceFile(file, path.relativize(file).toString())));
        }
        return files;
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Path> found = new ArrayList<>();

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // where a link leads nowhere, the attributes are its own
            if (!isHidden(file) && (attributes.isRegularFile() || attributes.isSymbolicLink())) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (!isHidden(file) && !(e instanceof java.nio.file.FileSystemLoopException)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path path) {
            return !path.equals(root) && path.getFileName().toString().startsWith(".");
        }
    }
}

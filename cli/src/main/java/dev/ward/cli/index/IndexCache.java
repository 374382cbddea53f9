package dev.ward.cli.index;

import dev.ward.cli.terminal.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Prepared indexes of sources that were read before, found again by their content, wherever it lies.
public final class IndexCache {

    private final Path folder;
    private final Consumer<String> progress;

    public IndexCache(Path folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /// Where a user's caches lie: `$XDG_CACHE_HOME/ward`, or `~/.cache/ward`.
    ///
    /// @param environment  the variables of the process
    public static Path folder(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        return cache.isEmpty()
                ? Path.of(System.getProperty("user.home", "."), ".cache", "ward")
                : Path.of(cache, "ward");
    }

    /// Opens the index of the paths: the one that they are, the one made earlier, or a new one.
    ///
    /// A kept index that is damaged is made anew. Where none can be kept, it is made for this once.
    public IndexFile open(List<Path> paths) throws IOException {
        List<SourceFile> files = SourceFile.of(paths);
        for (Path path : paths) {
            if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
                throw new IOException(
                        "\"%s\" is neither a file nor a folder; write what it gives to a file first".formatted(path));
            }
        }
        for (SourceFile file : files) {
            if (isIndex(file.path())) {
                if (files.size() > 1) {
                    throw new IOException(("\"%s\" is an index and cannot be combined with other sources; "
                                    + "make one index of all of them")
                            .formatted(file.path()));
                }
                return IndexFile.open(file.path());
            }
        }
        Path cached = folder.resolve(digest(files) + ".index");
        if (Files.exists(cached)) {
            try {
                return IndexFile.open(cached);
            } catch (IOException e) {
                progress.accept("The kept index cannot be used and is made anew: " + Trouble.withFile(e));
                Files.deleteIfExists(cached);
            }
        }
        Path place = place(cached);
        boolean kept = place.equals(cached);
        progress.accept(
                "Preparing an index of %,d files%s".formatted(files.size(), kept ? " (kept for next time)" : ""));
        new IndexBuilder(progress).build(files, place);
        return IndexFile.open(place);
    }

    private Path place(Path cached) throws IOException {
        try {
            IndexWriter.checkPlace(cached);
            return cached;
        } catch (IOException e) {
            progress.accept("The index cannot be kept for next time: " + Trouble.withFile(e));
            Path once = Files.createTempDirectory("ward");
            once.toFile().deleteOnExit();
            Path place = once.resolve(cached.getFileName());
            place.toFile().deleteOnExit();
            return place;
        }
    }

    /// What cannot be read is no index; who reads it as a source says why it cannot.
    private static boolean isIndex(Path file) {
        try {
            return IndexFile.isIndex(file);
        } catch (IOException e) {
            return false;
        }
    }

    /// SHA-256 over names and contents, and over what else decides how an index looks.
    private static String digest(List<SourceFile> files) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        digest.update(Long.toString(IndexFormat.LAYOUT).getBytes(StandardCharsets.UTF_8));
        for (SourceFile file : files) {
            digest.update((byte) 0);
            digest.update(file.name().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            try (InputStream in = new DigestInputStream(Files.newInputStream(file.path()), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                digest.update(Trouble.reason(e).getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

package dev.ward.cli.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What went wrong with a file, in words: the platform's messages often are no more than the file's name.
public final class Trouble {

    private Trouble() {}

    /// The trouble with the file's name, `there is no "a.json"`.
    public static String withFile(IOException e) {
        return switch (e) {
            case NoSuchFileException absent -> "there is no \"%s\"".formatted(absent.getFile());
            case FileSystemException known
            when known.getFile() != null -> "\"%s\": %s".formatted(known.getFile(), reason(known));
            default -> reason(e);
        };
    }

    /// The trouble alone, for where the file is named already.
    public static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "it is not there";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> {
                String message = e.getMessage();
                yield message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
            }
        };
    }
}

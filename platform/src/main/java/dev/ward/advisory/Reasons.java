package dev.ward.advisory;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;

/// Says why nothing came of an import, in words for people.
final class Reasons {

    private Reasons() {}

    static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "There is no file \"%s\".".formatted(missing.getFile());
            case ConnectException refused -> "The server cannot be reached.";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() + "." : e.getMessage();
        };
    }

    static String nothingRead(SourceImport of, StagingReader reader) {
        return reader.unreadParts().list().stream()
                .findFirst()
                .map(part -> "\"%s\" holds no %s that can be read: %s. The document is kept; send another one."
                        .formatted(of.name(), of.source().title(), part.reason()))
                .orElse("\"%s\" holds no records. An empty document is no news; send another one."
                        .formatted(of.name()));
    }
}

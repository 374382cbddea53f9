package dev.ward.advisory;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/// Where a document comes from.
sealed interface Origin {

    /// What to call it.
    String name();

    /// The word for its kind in the database.
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// It came with the request.
    record Upload(String name) implements Origin {}

    /// A file on the server.
    record File(Path file) implements Origin {

        @Override
        public String name() {
            return file.toString();
        }
    }

    record Url(URI url) implements Origin {

        @Override
        public String name() {
            return ImportHosts.shown(url);
        }
    }
}

package dev.ward.performance;

import java.util.UUID;

/// What a function can depend on.
public sealed interface Linked {

    /// As people call it.
    String name();

    /// A component in whatever version: the package URL without it, or group and name.
    record Line(String productLine, String name) implements Linked {

        /// By which it is known: of one length, however long the line is.
        public String key() {
            return CanonicalContent.sha256(productLine);
        }
    }

    /// An interface of the model.
    record Port(UUID id, String name) implements Linked {}
}

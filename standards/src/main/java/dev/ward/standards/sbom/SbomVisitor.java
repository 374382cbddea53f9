package dev.ward.standards.sbom;

import dev.ward.standards.input.Unread;

/// Told of each part of an SBOM as it is read, in document order, so that a document of any size needs little memory.
public interface SbomVisitor {

    void component(Component component);

    default void service(Service service) {}

    default void dependency(Dependency dependency) {}

    /// A part that could not be read, or was kept but departs from the format.
    void unread(Unread unread);
}

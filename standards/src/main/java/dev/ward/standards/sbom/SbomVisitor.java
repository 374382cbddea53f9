package dev.ward.standards.sbom;

import dev.ward.standards.input.Unread;

/// Told of each part of an SBOM as it is read, so that a document of any size needs little memory.
///
/// The parts come in the order in which they end in the document: nested components before the one that holds them.
public interface SbomVisitor {

    void component(Component component);

    default void service(Service service) {}

    default void dependency(Dependency dependency) {}

    /// Says which component the SBOM describes, where the format says so apart from the component (SPDX).
    ///
    /// Called at the end of the document, once for each. The component may have been told with `subject` false:
    /// what makes it the subject may stand behind it.
    default void subject(String ref) {}

    /// A part that could not be read, or was kept but departs from the format.
    void unread(Unread unread);
}

package dev.ward.standards.advisory;

import dev.ward.standards.input.Unread;

/// Told of each record of a vulnerability source as it is read, so that a source of any size needs little memory.
public interface AdvisoryVisitor {

    void advisory(Advisory advisory);

    void kev(KevEntry entry);

    /// Told behind the entries of a catalogue that says something of itself; one in CSV does not.
    default void kevCatalogue(KevCatalogue catalogue) {}

    void epss(EpssScore score);

    void unread(Unread unread);
}

package dev.ward.document;

import java.util.UUID;

/// A document that has arrived whole and is not kept yet: whoever refers to it keeps it in the same transaction,
/// so that no document stays that nobody refers to.
public final class Arrival implements AutoCloseable {

    private final DocumentRepository repository;
    private final UUID contentId;
    private final StoredDocument document;

    Arrival(DocumentRepository repository, UUID contentId, StoredDocument document) {
        this.repository = repository;
        this.contentId = contentId;
        this.document = document;
    }

    public StoredDocument document() {
        return document;
    }

    /// Keeps the document, within the transaction at hand. Content that came before is kept once.
    public void keep() {
        repository.keep(contentId, document);
    }

    /// Removes what was not kept.
    @Override
    public void close() {
        repository.remove(contentId);
    }
}

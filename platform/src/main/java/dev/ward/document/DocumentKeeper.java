package dev.ward.document;

/// Says whether a module refers to a document. Each module that keeps documents contributes one, so that
/// none is removed that another still needs.
public interface DocumentKeeper {

    boolean keeps(String sha256);
}

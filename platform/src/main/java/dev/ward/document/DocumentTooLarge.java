package dev.ward.document;

import java.io.IOException;

/// More bytes arrived than are taken; none of them was kept.
public final class DocumentTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    /// @param most  the limit, in bytes
    public DocumentTooLarge(long most) {
        super("The document is larger than %,d bytes, which is the most that is taken".formatted(most));
    }
}

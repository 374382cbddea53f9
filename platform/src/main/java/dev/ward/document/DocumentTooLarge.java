package dev.ward.document;

import java.io.IOException;

/// More bytes arrived than are taken; none of them was kept.
public final class DocumentTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long most;

    DocumentTooLarge(long most) {
        super("The document is larger than %,d bytes, which is the most that is taken".formatted(most));
        this.most = most;
    }

    /// The limit, in bytes.
    public long most() {
        return most;
    }
}

package dev.ward.standards.intake;

import java.io.IOException;

/// Thrown while unpacking: the archive is damaged or goes beyond a limit. Unlike its superclass it is the content's
/// fault, not that of the stream below.
final class DamagedInput extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedInput(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

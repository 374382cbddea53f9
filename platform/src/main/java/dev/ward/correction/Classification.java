package dev.ward.correction;

import dev.ward.signature.Signature;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a change is, as it was signed.
///
/// @param version     of the description that was signed
/// @param signedBy    the account
/// @param ended       null while it stands
/// @param signatures  those too that no longer stand
public record Classification(
        UUID id,
        int version,
        Outcome outcome,
        Answers answers,
        Basis basis,
        Instant signed,
        UUID signedBy,
        String by,
        @Nullable Ending ended,
        List<Signature> signatures) {

    public Classification {
        signatures = List.copyOf(signatures);
    }

    /// @param byItself  whether facts took the ground from under it; else a person did
    public record Ending(Instant at, String because, boolean byItself) {}

    public boolean stands() {
        return ended == null;
    }

    Classification ended(Ending ending) {
        return new Classification(id, version, outcome, answers, basis, signed, signedBy, by, ending, signatures);
    }
}

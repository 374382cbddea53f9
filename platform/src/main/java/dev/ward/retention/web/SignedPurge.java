package dev.ward.retention.web;

import dev.ward.retention.Purge;
import dev.ward.signature.Signature;
import java.util.List;

/// A tombstone with the signature under it.
public record SignedPurge(Purge purge, List<Signature> signatures) {

    public SignedPurge {
        signatures = List.copyOf(signatures);
    }
}

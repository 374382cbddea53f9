package dev.ward.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What was found of whether vulnerable code can be reached, with the files that show it.
public record Reachability(UUID id, ReachabilityDraft found, String by, Instant at, List<KeptFile> files) {

    public Reachability {
        files = List.copyOf(files);
    }

    /// @param sha256  over its bytes
    public record KeptFile(UUID id, String name, String sha256, long size) {}
}

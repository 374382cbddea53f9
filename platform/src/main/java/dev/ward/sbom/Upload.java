package dev.ward.sbom;

import dev.ward.product.ReleaseId;

/// A file that was sent as a release's SBOM, as the work on it sees it.
///
/// @param arrival   the order in which uploads were received
/// @param sequence  the order in which snapshots became readable; 0 before
record Upload(
        SnapshotId id,
        ReleaseId release,
        long arrival,
        Snapshot.State state,
        String fileName,
        String sha256,
        long size,
        long sequence) {}

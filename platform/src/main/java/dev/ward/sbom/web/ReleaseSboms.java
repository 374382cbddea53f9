package dev.ward.sbom.web;

import dev.ward.job.Job;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the release's page shows of its SBOMs.
///
/// @param uploads  the latest first
/// @param pending  those of them that are still being read
/// @param open     whether the release takes uploads: it is not archived
public record ReleaseSboms(ReleaseId release, List<Snapshot> uploads, List<Pending> pending, boolean open) {

    /// @param job  null when the job is no longer known
    public record Pending(Snapshot upload, @Nullable Job job) {

        public boolean failed() {
            return job != null && job.problem() != null;
        }
    }

    public ReleaseSboms {
        uploads = List.copyOf(uploads);
        pending = List.copyOf(pending);
    }

    public @Nullable Snapshot current() {
        return uploads.stream().filter(Snapshot::current).findFirst().orElse(null);
    }

    /// The latest upload when it was refused; null when it was not, or none is.
    public @Nullable Snapshot refused() {
        return uploads.stream()
                .findFirst()
                .filter(upload -> upload.state() == Snapshot.State.REJECTED)
                .orElse(null);
    }

    /// The readable snapshots that a comparison can take.
    public List<Snapshot> readable() {
        return uploads.stream().filter(Snapshot::isReadable).toList();
    }

    /// Whether something is on its way, so that the page looks again.
    public boolean moves() {
        return pending.stream().anyMatch(one -> !one.failed());
    }
}

package dev.ward.sbom;

import java.util.List;

/// What changed from one snapshot to another.
///
/// @param changed   packages that are in both with other versions
/// @param restated  packages that are in both with the same versions but are described otherwise
/// @param more      whether there is more than is listed here
public record SnapshotDiff(
        SnapshotId from,
        SnapshotId to,
        List<Line> added,
        List<Line> removed,
        List<Line> changed,
        List<Line> restated,
        boolean more) {

    /// The most lines of all kinds.
    static final int MOST = 10_000;

    /// One package, whatever its version.
    ///
    /// @param line    its package URL without the version, or group and name
    /// @param before  versions that only the first snapshot has; a version that is not stated is ""
    /// @param after   versions that only the second snapshot has
    public record Line(String line, String name, List<String> before, List<String> after) {

        public Line {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    public SnapshotDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        restated = List.copyOf(restated);
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && restated.isEmpty();
    }
}

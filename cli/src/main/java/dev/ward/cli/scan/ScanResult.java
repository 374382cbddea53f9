package dev.ward.cli.scan;

import dev.ward.cli.index.IndexSummary;
import dev.ward.standards.input.Unread;
import dev.ward.standards.match.AliasGroups;
import java.util.List;
import java.util.stream.Stream;

/// All that one run of `ward scan` has to report.
record ScanResult(List<ScannedSbom> sboms, IndexSummary sources) {

    /// What could not be read of the SBOMs, then of the sources.
    Stream<Unread> unread() {
        return Stream.concat(sboms.stream().flatMap(sbom -> sbom.unread().stream()), sources.unread().stream());
    }

    List<AliasGroups.Conflict> conflicts() {
        return sources.conflicts();
    }

    ScanCounts counts() {
        return ScanCounts.of(this);
    }
}

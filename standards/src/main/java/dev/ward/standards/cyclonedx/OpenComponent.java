package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.sbom.ComponentDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A component whose fields are still being read, and what only CycloneDX says of it.
///
/// A range of versions, which a component outside the product may have in place of a version, is kept as property
/// `cdx:versionRange`; that it is outside as `cdx:isExternal`; a SWID tag as `cdx:swid`.
final class OpenComponent {

    final ComponentDraft draft;
    final Nest nest;
    final List<String> authors = new ArrayList<>(0);

    @Nullable
    String manufacturer;

    @Nullable
    String publisher;

    @Nullable
    String author;

    @Nullable
    String versionRange;

    boolean external;

    private final UnreadReport report;

    OpenComponent(UnreadReport report, Location start, Nest nest) {
        this.report = report;
        this.draft = new ComponentDraft(report, start);
        this.nest = nest;
    }

    /// Settles what depends on several fields.
    void close(SpecVersion version) {
        draft.manufacturer = maker();
        versions(version);
        draft.ref = nest.close(draft.ref, draft.location(), report);
    }

    private @Nullable String maker() {
        if (manufacturer != null) {
            return manufacturer;
        }
        if (publisher != null) {
            return publisher;
        }
        return authors.isEmpty() ? author : String.join(", ", authors);
    }

    private void versions(SpecVersion version) {
        if (external) {
            draft.property("cdx:isExternal", "true");
        }
        if (versionRange == null) {
            return;
        }
        draft.property("cdx:versionRange", versionRange);
        if (draft.version != null) {
            keptFrom17(version, "it has both a version and a versionRange");
        }
        if (!external) {
            keptFrom17(version, "it has a versionRange but is not external");
        }
    }

    private void keptFrom17(SpecVersion version, String reason) {
        version.kept(7, Integer.MAX_VALUE, draft.location(), draft.what(), reason);
    }
}

package dev.ward.sbom.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Products;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Occurrence;
import dev.ward.sbom.Snapshot;
import dev.ward.sbom.SnapshotDiff;
import dev.ward.sbom.SnapshotId;
import dev.ward.sbom.Snapshots;
import dev.ward.sbom.UnreadPart;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells programs what was uploaded and what is in it.
@RestController
class SbomApi {

    private final Snapshots snapshots;
    private final Products products;
    private final Visibility visibility;

    SbomApi(Snapshots snapshots, Products products, Visibility visibility) {
        this.snapshots = snapshots;
        this.products = products;
        this.visibility = visibility;
    }

    /// All uploads, the latest first: snapshots, refused files, repetitions, and what is still being read.
    @GetMapping("/api/v1/releases/{id}/sboms")
    @Summary("Lists a release's uploads, the latest first, the refused ones too")
    @Requires(Permission.SBOM_READ)
    Slice<SnapshotAnswer> list(@PathVariable UUID id) {
        ReleaseId release = products.getRelease(new ReleaseId(id)).id();
        return new Slice<>(snapshots.list(release, visibility.reader()), null).map(SnapshotAnswer::of);
    }

    @GetMapping("/api/v1/sboms/{id}")
    @Summary("Gives an upload and what became of it")
    @Requires(Permission.SBOM_READ)
    SnapshotAnswer get(@PathVariable UUID id) {
        return SnapshotAnswer.of(snapshots.get(new SnapshotId(id), visibility.reader()));
    }

    /// @param q  words, each the beginning of one in name, version, purl or CPE
    @GetMapping("/api/v1/sboms/{id}/components")
    @Summary("Lists the components of an SBOM where they stand in it")
    @Requires(Permission.SBOM_READ)
    Slice<Occurrence> components(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return snapshots.occurrences(new SnapshotId(id), q, after, Slice.limit(limit), visibility.reader());
    }

    /// What could not be read, or is not as the format demands.
    @GetMapping("/api/v1/sboms/{id}/unread")
    @Summary("Lists what could not be read of an SBOM, or departs from its format")
    @Requires(Permission.SBOM_READ)
    Slice<UnreadPart> unread(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return snapshots.unread(new SnapshotId(id), after, Slice.limit(limit), visibility.reader());
    }

    /// What changed from one to the other.
    @GetMapping("/api/v1/sboms/{from}/diff/{to}")
    @Summary("Tells what changed from one SBOM to another")
    @Requires(Permission.SBOM_READ)
    SnapshotDiff diff(@PathVariable UUID from, @PathVariable UUID to) {
        return snapshots.diff(new SnapshotId(from), new SnapshotId(to), visibility.reader());
    }

    /// The bytes as they were uploaded.
    @GetMapping("/api/v1/sboms/{id}/document")
    @Summary("Gives the bytes as they were uploaded")
    @Requires(Permission.SBOM_READ)
    void document(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Snapshot snapshot = snapshots.get(new SnapshotId(id), visibility.reader());
        RawDocument.write(snapshot, snapshots, response);
    }
}

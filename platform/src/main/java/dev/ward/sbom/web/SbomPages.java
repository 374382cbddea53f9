package dev.ward.sbom.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Sboms;
import dev.ward.sbom.Snapshot;
import dev.ward.sbom.SnapshotId;
import dev.ward.sbom.Snapshots;
import dev.ward.web.FileNames;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.UploadedFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Takes SBOMs from people, and shows what is in them.
@Controller
class SbomPages {

    private static final int UNREAD_SHOWN = 50;

    private final Sboms sboms;
    private final Snapshots snapshots;
    private final Products products;
    private final SbomSection section;
    private final CurrentActor actor;
    private final Visibility visibility;

    SbomPages(
            Sboms sboms,
            Snapshots snapshots,
            Products products,
            SbomSection section,
            CurrentActor actor,
            Visibility visibility) {
        this.sboms = sboms;
        this.snapshots = snapshots;
        this.products = products;
        this.section = section;
        this.actor = actor;
        this.visibility = visibility;
    }

    @PostMapping("/releases/{id}/sbom")
    @Requires(Permission.SBOM_WRITE)
    RedirectView upload(@PathVariable UUID id, @Nullable UploadedFile file) {
        if (file == null) {
            throw ProblemException.of(Problem.INVALID, "Choose a file.").with("file", "is missing");
        }
        try {
            sboms.submit(
                    new ReleaseId(id),
                    FileNames.of(file.name(), "sbom"),
                    file.contentType(),
                    file.content(),
                    actor.get());
        } catch (IOException e) {
            throw ProblemException.of(
                    Problem.INVALID, "The upload broke off before its end. Nothing of it was kept; send it again.");
        }
        return new RedirectView("/releases/" + id);
    }

    /// The section of the release's page alone, asked for while an upload is being read. When all is read,
    /// the
    /// whole page is asked for again, as its other sections have changed too.
    @GetMapping("/releases/{id}/sbom")
    @Requires(Permission.SBOM_READ)
    ModelAndView section(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response) {
        ReleaseSboms of = section.of(new ReleaseId(id));
        if (part == null) {
            return new ModelAndView(new RedirectView("/releases/" + id));
        }
        if (!of.moves()) {
            response.setHeader("HX-Refresh", "true");
        }
        return Page.of(SbomSection.VIEW, Section.PRODUCTS, section.title()).with("sboms", of);
    }

    @GetMapping("/sboms/{id}")
    @Requires(Permission.SBOM_READ)
    Page snapshot(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after) {
        Snapshot snapshot = snapshots.get(new SnapshotId(id), visibility.reader());
        Release release = products.getRelease(snapshot.release());
        Page page = Page.of("sbom/snapshot", Section.PRODUCTS, "SBOM of " + release.name())
                .crumb("Products", "/products")
                .crumb(release.productName(), "/products/" + release.product().value())
                .crumb(release.version(), "/releases/" + release.id().value())
                .with("snapshot", snapshot)
                .with("search", q == null ? "" : q)
                .with("components", new Slice<>(List.of(), null))
                .with("unread", new Slice<>(List.of(), null));
        if (snapshot.isReadable()) {
            page.with(
                            "components",
                            snapshots.occurrences(snapshot.id(), q, after, Slice.USUAL_LIMIT, visibility.reader()))
                    .with("unread", snapshots.unread(snapshot.id(), null, UNREAD_SHOWN, visibility.reader()));
        }
        return page;
    }

    /// The form that chooses what to compare leads here.
    @GetMapping("/sboms/diff")
    @Requires(Permission.SBOM_READ)
    RedirectView compare(@RequestParam UUID from, @RequestParam UUID to) {
        return new RedirectView("/sboms/" + from + "/diff/" + to);
    }

    @GetMapping("/sboms/{from}/diff/{to}")
    @Requires(Permission.SBOM_READ)
    Page diff(@PathVariable UUID from, @PathVariable UUID to) {
        Snapshot before = snapshots.get(new SnapshotId(from), visibility.reader());
        Snapshot after = snapshots.get(new SnapshotId(to), visibility.reader());
        Release release = products.getRelease(after.release());
        return Page.of("sbom/diff", Section.PRODUCTS, "What changed in " + release.name())
                .crumb("Products", "/products")
                .crumb(release.productName(), "/products/" + release.product().value())
                .crumb(release.version(), "/releases/" + release.id().value())
                .with("before", before)
                .with("after", after)
                .with("beforeName", products.getRelease(before.release()).name())
                .with("afterName", release.name())
                .with("diff", snapshots.diff(before.id(), after.id(), visibility.reader()));
    }

    /// The bytes as they were uploaded.
    @GetMapping("/sboms/{id}/document")
    @Requires(Permission.SBOM_READ)
    void document(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        RawDocument.write(snapshots.get(new SnapshotId(id), visibility.reader()), snapshots, response);
    }
}

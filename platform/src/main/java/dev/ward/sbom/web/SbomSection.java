package dev.ward.sbom.web;

import dev.ward.identity.Visibility;
import dev.ward.job.JobId;
import dev.ward.job.Jobs;
import dev.ward.product.Products;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import dev.ward.sbom.Snapshot;
import dev.ward.sbom.Snapshots;
import dev.ward.sbom.web.ReleaseSboms.Pending;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The section "SBOM" of a release's page.
@Component
class SbomSection implements ReleaseSection {

    static final String VIEW = "sbom/release-section";

    private final Snapshots snapshots;
    private final Products products;
    private final Jobs jobs;
    private final Visibility visibility;

    SbomSection(Snapshots snapshots, Products products, Jobs jobs, Visibility visibility) {
        this.snapshots = snapshots;
        this.products = products;
        this.jobs = jobs;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Software bill of materials (SBOM)";
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public Map<String, Object> model(ReleaseId release) {
        return Map.of("sboms", of(release));
    }

    ReleaseSboms of(ReleaseId release) {
        List<Snapshot> uploads = snapshots.list(release, visibility.reader());
        List<Pending> pending = uploads.stream()
                .filter(upload -> upload.state() == Snapshot.State.RECEIVED)
                .map(upload -> new Pending(
                        upload,
                        upload.job() == null
                                ? null
                                : jobs.find(new JobId(upload.job())).orElse(null)))
                .toList();
        return new ReleaseSboms(
                release, uploads, pending, products.getRelease(release).inUse());
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return "SBOM_READ";
    }
}

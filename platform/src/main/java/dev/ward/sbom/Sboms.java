package dev.ward.sbom;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.document.Arrival;
import dev.ward.document.DocumentTooLarge;
import dev.ward.document.Documents;
import dev.ward.document.StoredDocument;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.job.Job;
import dev.ward.job.Jobs;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.standards.input.Location;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/// The SBOMs of our releases: receives them, and tells what is in them.
@Service
public class Sboms {

    /// The most that an upload may have, packed and unpacked.
    static final String MOST = "${ward.sbom-most:1GB}";

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final Products products;
    private final Documents documents;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final SnapshotRepository snapshots;
    private final ComponentRepository components;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Mandate mandate;
    private final long mostBytes;

    Sboms(
            Products products,
            Documents documents,
            Jobs jobs,
            AuditTrail audit,
            SnapshotRepository snapshots,
            ComponentRepository components,
            TransactionTemplate transactions,
            Clock clock,
            Mandate mandate,
            @Value(MOST) DataSize most) {
        this.products = products;
        this.documents = documents;
        this.jobs = jobs;
        this.audit = audit;
        this.snapshots = snapshots;
        this.components = components;
        this.transactions = transactions;
        this.clock = clock;
        this.mandate = mandate;
        this.mostBytes = most.toBytes();
    }

    /// Receives an SBOM: keeps its bytes, and orders the job that reads it.
    ///
    /// When the job is completed the SBOM is the release's current one, unless another was received after it.
    ///
    /// @throws IOException  when the stream breaks off; then nothing was received
    public Job submit(ReleaseId release, String fileName, InputStream in, Actor actor) throws IOException {
        return submit(release, fileName, UNKNOWN_TYPE, in, actor);
    }

    /// @param contentType  as the sender says; given back with the document, and never believed
    public Job submit(ReleaseId release, String fileName, String contentType, InputStream in, Actor actor)
            throws IOException {
        refuseArchived(products.getRelease(release));
        try (Arrival arrival = arrival(in)) {
            StoredDocument document = arrival.document();
            SnapshotId id = new SnapshotId(Uuids.next());
            Upload upload = new Upload(
                    id, release, 0, Snapshot.State.RECEIVED, fileName, document.sha256(), document.size(), 0);
            return Objects.requireNonNull(transactions.execute(status -> {
                // Much may have happened while the body came.
                mandate.confirm(actor, Permission.SBOM_WRITE);
                refuseArchived(products.getRelease(release));
                arrival.keep();
                return receive(upload, contentType, actor);
            }));
        }
    }

    /// Refuses what says before it comes that it is too large.
    ///
    /// @param size  in bytes; negative when nobody knows
    public void refuseTooLarge(long size) {
        if (size > mostBytes) {
            throw tooLarge();
        }
    }

    private ProblemException tooLarge() {
        return ProblemException.of(
                Problem.TOO_LARGE,
                "The SBOM is larger than %,d bytes, which is the most that is taken (WARD_SBOM_MOST). Nothing of it was kept."
                        .formatted(mostBytes));
    }

    private static void refuseArchived(Release release) {
        if (!release.inUse()) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "\"%s\" is archived. Restore it before you give it an SBOM.".formatted(release.name()));
        }
    }

    private Arrival arrival(InputStream in) throws IOException {
        BufferedInputStream body = new BufferedInputStream(in, 1 << 16);
        body.mark(1);
        if (body.read() < 0) {
            throw ProblemException.of(Problem.UNREADABLE, "The upload is empty: it has 0 bytes.");
        }
        body.reset();
        try {
            return documents.receive(body, mostBytes);
        } catch (DocumentTooLarge e) {
            throw tooLarge();
        }
    }

    private Job receive(Upload upload, String contentType, Actor actor) {
        snapshots.lock(upload.release());
        snapshots.receive(upload, contentType, actor, clock.instant());
        audit.record(
                actor,
                new Act(
                        "sbom.uploaded",
                        "release",
                        upload.release().value().toString(),
                        Map.of(),
                        Map.of("sbom", upload.id().toString(), "sha256", upload.sha256()),
                        null));
        Job job = jobs.submit(
                IngestWork.KIND,
                "SBOM " + upload.fileName(),
                Map.of(IngestWork.SNAPSHOT, upload.id().toString()),
                actor);
        snapshots.workedOnBy(upload.id(), job.id().value());
        return job;
    }

    /// What is in a release now, as matching sees it; empty when it has no SBOM.
    ///
    /// Each distinct component once, under each of its package URLs; its reference and place are in
    /// `sbom.published_occurrence`.
    public List<ComponentIdentity> componentsOf(ReleaseId release) {
        return components.ofCurrentSnapshot(release).stream()
                .flatMap(known -> known.identity().identities(null, Location.START).stream())
                .toList();
    }

    /// Components as matching sees them, each under each of its package URLs.
    ///
    /// @param componentIds  `component_id` of `sbom.published_component`
    public Map<Long, List<ComponentIdentity>> identitiesOf(Collection<Long> componentIds) {
        Map<Long, List<ComponentIdentity>> identities = new LinkedHashMap<>();
        for (ComponentRepository.Known known : components.of(componentIds)) {
            identities.put(known.componentId(), known.identity().identities(null, Location.START));
        }
        return identities;
    }
}

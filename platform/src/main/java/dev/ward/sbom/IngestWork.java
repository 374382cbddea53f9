package dev.ward.sbom;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.WritingAhead;
import dev.ward.document.Documents;
import dev.ward.job.JobProblem;
import dev.ward.job.JobRun;
import dev.ward.job.JobWork;
import dev.ward.job.ProgressInput;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.intake.SbomIntake;
import dev.ward.standards.sbom.SbomDocument;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/// Reads an upload and makes it a snapshot.
///
/// It may be broken off anywhere and run again: until its last step nobody sees what it wrote, and a new run begins by
/// removing that.
@Component
class IngestWork implements JobWork {

    static final String KIND = "sbom.ingest";
    static final String SNAPSHOT = "snapshot";

    private static final Actor READER = Actor.machine("SBOM reader");

    private final Documents documents;
    private final SnapshotRepository snapshots;
    private final IngestRepository staging;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SbomIntake intake;

    IngestWork(
            Documents documents,
            SnapshotRepository snapshots,
            IngestRepository staging,
            AuditTrail audit,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock,
            @Value(Sboms.MOST) DataSize most) {
        this.documents = documents;
        this.snapshots = snapshots;
        this.staging = staging;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.intake = new SbomIntake(new SbomIntake.Limits(most.toBytes(), SbomIntake.Limits.USUAL.ratio()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> run(JobRun run) throws IOException {
        SnapshotId id = SnapshotId.parse(Objects.requireNonNull(run.payload().get(SNAPSHOT)));
        Upload upload = snapshots.find(id).orElseThrow();
        Upload ended = switch (upload.state()) {
            case RECEIVED -> ingest(upload, run);
            case COMPLETED, UNCHANGED -> upload;
            case REJECTED -> throw new JobProblem(snapshots.findRejection(id).orElseThrow());
        };
        Upload readable = ended.state() == Snapshot.State.UNCHANGED
                ? snapshots.findCurrent(ended.release()).orElseThrow()
                : ended;
        run.step("matching");
        events.publishEvent(new SbomsIngested(readable.sequence()));
        return Map.of(
                SNAPSHOT,
                readable.id().toString(),
                "outcome",
                ended.state() == Snapshot.State.UNCHANGED ? "unchanged" : "completed",
                "sequence",
                String.valueOf(readable.sequence()));
    }

    private Upload ingest(Upload upload, JobRun run) throws IOException {
        Optional<Upload> same = Objects.requireNonNull(transactions.execute(status -> {
            run.confirm();
            return begin(upload);
        }));
        if (same.isPresent()) {
            return same.get();
        }
        run.step("reading");
        SbomDocument document;
        SbomReading reading;
        try (WritingAhead<SbomBatch> storing = new WritingAhead<>(batch -> store(upload, batch, run))) {
            reading = new SbomReading(upload.id(), storing);
            document = read(upload, reading, run);
            reading.flush();
            storing.finish();
        } catch (UnreadableInput e) {
            transactions.executeWithoutResult(status -> {
                run.confirm();
                reject(upload, e.unread());
            });
            throw new JobProblem(e.unread().toString());
        }
        run.step("completing");
        return Objects.requireNonNull(transactions.execute(status -> {
            run.confirm();
            return complete(upload, document, reading);
        }));
    }

    private void store(Upload upload, SbomBatch batch, JobRun run) {
        transactions.executeWithoutResult(status -> {
            run.confirm();
            staging.store(upload.id(), batch);
        });
    }

    private SbomDocument read(Upload upload, SbomReading reading, JobRun run) throws IOException, UnreadableInput {
        try (InputStream in = new ProgressInput(documents.open(upload.sha256()), upload.size(), run)) {
            return intake.read(upload.fileName(), in, reading);
        }
    }

    /// Lists an upload that Ward itself failed on among the refused ones; nothing of it stays half-written.
    @Override
    public void failed(JobRun run, String problem) {
        SnapshotId id = SnapshotId.parse(Objects.requireNonNull(run.payload().get(SNAPSHOT)));
        Upload upload = snapshots.find(id).orElseThrow();
        if (upload.state() == Snapshot.State.RECEIVED) {
            Unread whole = new Unread(upload.fileName(), Location.START, "SBOM", problem, true);
            transactions.executeWithoutResult(status -> reject(upload, whole));
        }
    }

    private void reject(Upload upload, Unread reason) {
        staging.wipe(upload.id());
        snapshots.reject(upload.id(), reason, clock.instant());
        audit.record(
                READER,
                new Act(
                        "sbom.rejected",
                        "sbom",
                        upload.id().toString(),
                        Map.of(),
                        Map.of("sha256", upload.sha256(), "reason", reason.reason()),
                        null));
    }

    /// Removes what an earlier attempt left.
    private Optional<Upload> begin(Upload upload) {
        Optional<Upload> same = unchanged(upload);
        if (same.isEmpty()) {
            staging.wipe(upload.id());
        }
        return same;
    }

    /// Ends the upload when the current snapshot has its very bytes.
    private Optional<Upload> unchanged(Upload upload) {
        snapshots.lock(upload.release());
        Optional<Upload> current = snapshots.findCurrent(upload.release());
        if (current.isEmpty() || !current.get().sha256().equals(upload.sha256())) {
            return Optional.empty();
        }
        staging.wipe(upload.id());
        snapshots.unchanged(upload, current.get().id(), clock.instant());
        return snapshots.find(upload.id());
    }

    private Upload complete(Upload upload, SbomDocument document, SbomReading reading) {
        Optional<Upload> same = unchanged(upload);
        if (same.isPresent()) {
            return same.get();
        }
        staging.finish(upload.id(), reading.subjects());
        SnapshotTally tally = reading.tally();
        long sequence = snapshots.complete(upload, document, tally, clock.instant());
        audit.record(
                READER,
                new Act(
                        "sbom.completed",
                        "sbom",
                        upload.id().toString(),
                        Map.of(),
                        Map.of(
                                "release", upload.release().value().toString(),
                                "sha256", upload.sha256(),
                                "components", String.valueOf(tally.components()),
                                "sequence", String.valueOf(sequence)),
                        null));
        return snapshots.find(upload.id()).orElseThrow();
    }
}

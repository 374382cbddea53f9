package dev.ward.sbom;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.document.StoredDocument;
import dev.ward.document.TestDocuments;
import dev.ward.product.ReleaseId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Receives SBOMs without a job, so that a test decides when and how far each is read.
@Component
class Received {

    private final TestDocuments documents;
    private final SnapshotRepository snapshots;
    private final IngestWork work;
    final JdbcClient jdbc;

    Received(TestDocuments documents, SnapshotRepository snapshots, IngestWork work, JdbcClient jdbc) {
        this.documents = documents;
        this.snapshots = snapshots;
        this.work = work;
        this.jdbc = jdbc;
    }

    SnapshotId receive(ReleaseId release, String text) throws IOException {
        return receive(release, "bom.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    SnapshotId receive(ReleaseId release, String name, InputStream in) throws IOException {
        StoredDocument document = documents.store(in, Long.MAX_VALUE);
        SnapshotId id = new SnapshotId(Uuids.next());
        snapshots.receive(
                new Upload(id, release, 0, Snapshot.State.RECEIVED, name, document.sha256(), document.size(), 0),
                "application/json",
                Actor.machine("test"),
                Instant.parse("2026-11-22T12:00:00Z"));
        return id;
    }

    Map<String, String> read(SnapshotId snapshot) throws IOException {
        return work.run(ScriptedRun.of(snapshot));
    }

    SnapshotId ingest(ReleaseId release, String text) throws IOException {
        SnapshotId snapshot = receive(release, text);
        read(snapshot);
        return snapshot;
    }
}

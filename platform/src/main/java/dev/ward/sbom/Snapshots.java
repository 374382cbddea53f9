package dev.ward.sbom;

import dev.ward.document.Documents;
import dev.ward.identity.Reader;
import dev.ward.product.ReleaseId;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What was uploaded to releases, and what is in it.
@Service
public class Snapshots {

    private static final SortOrder BY_NUMBER = SortOrder.ascending("number");

    private final SnapshotReading reading;
    private final Documents documents;

    Snapshots(SnapshotReading reading, Documents documents) {
        this.reading = reading;
        this.documents = documents;
    }

    /// All uploads to a release, the latest first, refused ones too.
    public List<Snapshot> list(ReleaseId release, Reader reader) {
        return reading.list(release, reader);
    }

    /// An SBOM that a person has to look at.
    ///
    /// @param lost  parts that were not read; 0 when all of it was refused
    public record Troubled(SnapshotId id, String release, int lost) {}

    /// Current SBOMs of which parts were not read, and uploads that were refused and not mended since; the latest
    /// first.
    public List<Troubled> troubled(Reader reader, int most) {
        return reading.troubled(reader, most);
    }

    /// What the release holds now.
    public Optional<Snapshot> findCurrent(ReleaseId release, Reader reader) {
        return reading.findCurrent(release, reader);
    }

    /// @throws ProblemException  when there is none, or it is not for the reader
    public Snapshot get(SnapshotId id, Reader reader) {
        return reading.find(id, reader)
                .orElseThrow(() ->
                        ProblemException.of(Problem.NOT_FOUND, "There is no SBOM with the id \"%s\".".formatted(id)));
    }

    /// The components where they stand in the SBOM, in its order.
    ///
    /// @param search  words, each the beginning of one in name, version, purl or CPE; null for all
    /// @param after   a cursor; null for the beginning
    /// @throws ProblemException  when the snapshot is not one that can be read
    public Slice<Occurrence> occurrences(
            SnapshotId id, @Nullable String search, @Nullable String after, int limit, Reader reader) {
        readable(id, reader);
        Cursor cursor = Cursor.parse(after, BY_NUMBER, 1);
        String query = search == null ? null : SearchWords.query(search);
        return Slice.of(
                reading.occurrences(id, query, cursor == null ? 0 : cursor.number(0), limit + 1),
                limit,
                occurrence -> Cursor.of(BY_NUMBER, occurrence.number()));
    }

    /// What in the SBOM could not be read or is not as its format demands, in its order.
    public Slice<UnreadPart> unread(SnapshotId id, @Nullable String after, int limit, Reader reader) {
        readable(id, reader);
        Cursor cursor = Cursor.parse(after, BY_NUMBER, 1);
        return Slice.of(
                reading.unread(id, cursor == null ? 0 : cursor.number(0), limit + 1),
                limit,
                part -> Cursor.of(BY_NUMBER, part.number()));
    }

    /// What changed from one snapshot to another; they may be of different releases.
    public SnapshotDiff diff(SnapshotId from, SnapshotId to, Reader reader) {
        readable(from, reader);
        readable(to, reader);
        List<SnapshotDiff.Line> lines = reading.differences(from, to, SnapshotDiff.MOST + 1);
        boolean more = lines.size() > SnapshotDiff.MOST;
        List<SnapshotDiff.Line> added = new ArrayList<>();
        List<SnapshotDiff.Line> removed = new ArrayList<>();
        List<SnapshotDiff.Line> changed = new ArrayList<>();
        List<SnapshotDiff.Line> restated = new ArrayList<>();
        for (SnapshotDiff.Line line : more ? lines.subList(0, SnapshotDiff.MOST) : lines) {
            if (line.before().isEmpty()) {
                added.add(line);
            } else if (line.after().isEmpty()) {
                removed.add(line);
            } else if (line.before().equals(line.after())) {
                restated.add(line);
            } else {
                changed.add(line);
            }
        }
        return new SnapshotDiff(from, to, added, removed, changed, restated, more);
    }

    /// The bytes as they were uploaded; also of a refused file.
    public InputStream document(Snapshot snapshot) {
        return documents.open(snapshot.sha256());
    }

    private void readable(SnapshotId id, Reader reader) {
        Snapshot snapshot = get(id, reader);
        if (!snapshot.isReadable()) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "The upload \"%s\" holds no components: its state is \"%s\"."
                            .formatted(id, snapshot.state().name().toLowerCase(java.util.Locale.ROOT)));
        }
    }
}

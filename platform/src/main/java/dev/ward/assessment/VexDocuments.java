package dev.ward.assessment;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.document.Arrival;
import dev.ward.document.Documents;
import dev.ward.identity.Reader;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.vex.VexDocument;
import dev.ward.standards.vex.VexReader;
import dev.ward.web.Cursor;
import dev.ward.web.FileNames;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What suppliers say of vulnerabilities in what we build with, and what we said before Ward: VEX
/// documents, read and kept as they came. They are shown where presence is answered, and decide nothing.
@Service
@Transactional
public class VexDocuments {

    /// How large a document may be.
    public static final long MOST_BYTES = 20L << 20;

    private static final String RECORD = "vex";
    private static final SortOrder NEWEST = SortOrder.descending("number");
    private static final SortOrder ORDER = SortOrder.ascending("number");
    private static final int MOST_UNREAD = 1_000;

    private final VexRepository repository;
    private final Documents documents;
    private final AuditTrail audit;
    private final Clock clock;

    VexDocuments(VexRepository repository, Documents documents, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /// Reads a document and keeps it. The same document again is the one that is there.
    ///
    /// @throws ProblemException  when it is no VEX document; nothing of it is kept then
    public VexFile take(Actor actor, Arrival arrival, String name) {
        String sha256 = arrival.document().sha256();
        Optional<VexFile> known = repository.findBySha256(sha256);
        if (known.isPresent()) {
            return known.get();
        }
        arrival.keep();
        List<Unread> unread = new ArrayList<>();
        int[] lost = new int[1];
        VexDocument read = read(sha256, new UnreadReport(name, one -> {
            lost[0] += one.lost() ? 1 : 0;
            if (unread.size() < MOST_UNREAD) {
                unread.add(one);
            }
        }));
        VexFile file = new VexFile(
                0,
                new VexId(Uuids.next()),
                sha256,
                arrival.document().size(),
                FileNames.of(name, "vex.json"),
                read.format(),
                read.id(),
                read.author(),
                read.version(),
                read.at(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.name(),
                read.statements().size(),
                lost[0],
                null);
        if (!repository.insert(file, read.statements(), unread)) {
            return repository.findBySha256(sha256).orElseThrow();
        }
        audit.record(
                actor,
                Act.of("vex.received", RECORD, file.id().toString())
                        .after("sha256", sha256)
                        .after("format", read.format().title())
                        .after("author", read.author())
                        .after("document", read.id())
                        .after("statements", Integer.toString(file.statements()))
                        .after("lost", Integer.toString(file.lost()))
                        .personal("author"));
        return file;
    }

    private VexDocument read(String sha256, UnreadReport report) {
        try (InputStream in = documents.open(sha256)) {
            return VexReader.read(in, report);
        } catch (UnreadableInput e) {
            throw ProblemException.of(
                            Problem.INVALID,
                            "It cannot be read as VEX, and nothing of it was kept: %s"
                                    .formatted(e.unread().reason()))
                    .with("file", "is no VEX document that Ward reads");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The last received first.
    ///
    /// @param vulnerability  one of whose ids they speak; null for all
    /// @param after          the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<VexFile> list(Reader reader, @Nullable String vulnerability, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        String name = vulnerability == null || vulnerability.isBlank() ? null : vulnerability.strip();
        return Slice.of(
                repository.list(reader, name, before, limit + 1), limit, file -> Cursor.of(NEWEST, file.number()));
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public VexFile get(Reader reader, VexId id) {
        return repository
                .find(reader, id)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no VEX document \"%s\".".formatted(id)));
    }

    /// What it says, in its order.
    @Transactional(readOnly = true)
    public Slice<VexFile.Said> statements(Reader reader, VexId id, @Nullable String after, int limit) {
        get(reader, id);
        Cursor cursor = Cursor.parse(after, ORDER, 1);
        long from = cursor == null ? -1 : cursor.number(0);
        return Slice.of(repository.statements(id, from, limit + 1), limit, said -> Cursor.of(ORDER, said.number()));
    }

    /// What of it could not be read, or is marked.
    @Transactional(readOnly = true)
    public List<VexFile.Unread> unread(Reader reader, VexId id) {
        get(reader, id);
        return repository.unread(id);
    }
}

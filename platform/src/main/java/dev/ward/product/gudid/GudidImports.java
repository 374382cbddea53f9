package dev.ward.product.gudid;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.document.Arrival;
import dev.ward.document.DocumentTooLarge;
import dev.ward.document.Documents;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.job.Jobs;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/// Takes files of the GUDID, and tells what became of them.
@Service
public class GudidImports {

    static final String SUBJECT = "gudid-import";

    private static final SortOrder NEWEST = SortOrder.descending("begun");
    private static final SortOrder READ = SortOrder.ascending("read");

    private final GudidImportRepository imports;
    private final Documents documents;
    private final Jobs jobs;
    private final Mandate mandate;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final long mostBytes;

    GudidImports(
            GudidImportRepository imports,
            Documents documents,
            Jobs jobs,
            Mandate mandate,
            AuditTrail audit,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${ward.import-most:4GB}") DataSize most) {
        this.imports = imports;
        this.documents = documents;
        this.jobs = jobs;
        this.mandate = mandate;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.mostBytes = most.toBytes();
    }

    /// An import, and the job that does it.
    public record Submitted(UUID id, Job job) {}

    /// Keeps a file and has it read. It has arrived whole when this returns.
    ///
    /// @param size  as its sender says; negative when it does not
    /// @throws ProblemException  when it is too large or breaks off; nothing is kept then
    public Submitted submit(Actor actor, String name, long size, InputStream in) {
        if (size > mostBytes) {
            throw tooLarge(new DocumentTooLarge(mostBytes));
        }
        try (Arrival arrival = documents.receive(in, mostBytes)) {
            return Objects.requireNonNull(transactions.execute(_ -> keep(actor, name, arrival)));
        } catch (DocumentTooLarge e) {
            throw tooLarge(e);
        } catch (IOException e) {
            throw ProblemException.of(
                    Problem.INVALID, "The file broke off before its end. Nothing of it was kept; send it again.");
        }
    }

    private Submitted keep(Actor actor, String name, Arrival arrival) {
        mandate.confirm(actor, Permission.PRODUCT_WRITE);
        UUID id = Uuids.next();
        Job job = jobs.submit(
                GudidWork.KIND, "GUDID from %s".formatted(name), Map.of(GudidWork.IMPORT, id.toString()), actor);
        imports.insert(
                id, job.id(), name, arrival.document(), actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        arrival.keep();
        audit.record(
                actor,
                Act.of("gudid.submitted", SUBJECT, id.toString())
                        .after("name", name)
                        .after("sha256", arrival.document().sha256()));
        return new Submitted(id, job);
    }

    private static ProblemException tooLarge(DocumentTooLarge e) {
        return ProblemException.of(Problem.TOO_LARGE, e.getMessage() + " (WARD_IMPORT_MOST). Nothing of it was kept.");
    }

    /// @throws ProblemException  when there is none
    public GudidImport get(Reader reader, UUID id) {
        return imports.find(reader, id)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no import of the GUDID \"%s\".".formatted(id)));
    }

    /// The newest first.
    public Slice<GudidImport> list(Reader reader, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 2);
        List<GudidImport> found = imports.list(
                reader, cursor == null ? null : cursor.instant(0), cursor == null ? null : cursor.uuid(1), limit + 1);
        return Slice.of(found, limit, one -> Cursor.of(NEWEST, one.begun(), one.id()));
    }

    /// What could not be read, in the order of reading; of each import at most the first 1,000.
    public Slice<UnreadRecord> unread(GudidImport of, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, READ, 1);
        int from = cursor == null ? 0 : Math.toIntExact(Math.clamp(cursor.number(0), 0, Integer.MAX_VALUE));
        return Slice.of(imports.unread(of.id(), from, limit + 1), limit, _ -> Cursor.of(READ, from + limit));
    }
}

package dev.ward.assessment.past;

import dev.ward.assessment.VexDocuments;
import dev.ward.assessment.VexFile;
import dev.ward.assessment.VexId;
import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.table.ImportState;
import dev.ward.table.TableFile;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// VEX documents that are our own, from before Ward: what they say becomes past decisions, which is said
/// of the document once and stands.
@Service
public class PastVex {

    private final VexDocuments documents;
    private final PastImports imports;
    private final PastImportRepository repository;
    private final AuditTrail audit;
    private final Mandate mandate;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PastVex(
            VexDocuments documents,
            PastImports imports,
            PastImportRepository repository,
            AuditTrail audit,
            Mandate mandate,
            TransactionTemplate transactions,
            Clock clock) {
        this.documents = documents;
        this.imports = imports;
        this.repository = repository;
        this.audit = audit;
        this.mandate = mandate;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Has it told what would be new in it.
    ///
    /// @throws dev.ward.web.ProblemException  when it is worked on, or was applied already
    public Job check(Actor actor, Reader reader, VexId id) {
        return order(actor, reader, id, ImportState.CHECKING);
    }

    /// Has what it says taken; of a document that was applied before, what was refused then.
    ///
    /// @throws dev.ward.web.ProblemException  when it is worked on
    public Job apply(Actor actor, Reader reader, VexId id) {
        return order(actor, reader, id, ImportState.APPLYING);
    }

    private Job order(Actor actor, Reader reader, VexId id, ImportState state) {
        VexFile file = documents.get(reader, id);
        return Objects.requireNonNull(
                transactions.execute(_ -> imports.order(actor, brought(actor, file), null, state)));
    }

    private PastImport brought(Actor actor, VexFile file) {
        mandate.confirm(actor, Permission.ASSESSMENT_WRITE);
        return repository.lockByVex(file.id()).orElseGet(() -> {
            TableFile received = TableFile.received(
                    file.fileName(), "application/json", file.sha256(), file.size(), actor, clock.instant());
            repository.insert(received, file.id(), actor);
            audit.record(
                    actor,
                    Act.of(
                                    "past-decisions.received",
                                    "past-import",
                                    received.id().toString())
                            .after("sha256", received.sha256())
                            .after("vex", file.id().toString()));
            return repository.findByVex(file.id()).orElseThrow();
        });
    }

    /// What became of a document; nothing when it was not said to be our own.
    public Optional<PastImport> find(Reader reader, VexId id) {
        return repository.findByVex(documents.get(reader, id).id());
    }
}

package dev.ward.table;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.document.Arrival;
import dev.ward.document.Documents;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.job.Jobs;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Receives the files of imports, looks how they are to be read, and has them worked on.
@Component
public class TableIntake {

    private final Documents documents;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Mandate mandate;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TableIntake(
            Documents documents,
            Jobs jobs,
            AuditTrail audit,
            Mandate mandate,
            TransactionTemplate transactions,
            Clock clock) {
        this.documents = documents;
        this.jobs = jobs;
        this.audit = audit;
        this.mandate = mandate;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What a module takes.
    ///
    /// @param received    the act, such as `devices.received`
    /// @param subject     the kind of its subject
    /// @param permission  that whoever sends a file must have, and still have when it has come
    /// @param mostBytes   of one file
    public record Kind<I extends TableImport>(
            TableFiles<I> files, String received, String subject, Permission permission, long mostBytes) {}

    /// Receives a file: keeps its bytes, and looks how it is to be read. From then on it does not
    /// change, whatever becomes of the file that was sent.
    ///
    /// @param contentType  as the sender says; never believed
    /// @throws IOException       when the stream breaks off; then nothing was received
    /// @throws ProblemException  when it is no table
    public <I extends TableImport> I receive(Kind<I> kind, String name, String contentType, InputStream in, Actor actor)
            throws IOException {
        try (Arrival arrival = documents.receive(in, kind.mostBytes())) {
            if (arrival.document().size() == 0) {
                throw ProblemException.of(Problem.UNREADABLE, "The file is empty: it has 0 bytes.");
            }
            TableFile received = TableFile.received(
                    name,
                    contentType,
                    arrival.document().sha256(),
                    arrival.document().size(),
                    actor,
                    clock.instant());
            transactions.executeWithoutResult(_ -> {
                // Much may have happened while the body came.
                mandate.confirm(actor, kind.permission());
                arrival.keep();
                kind.files().insert(received, actor);
                audit.record(
                        actor,
                        Act.of(kind.received(), kind.subject(), received.id().toString())
                                .after("sha256", received.sha256()));
            });
            return look(kind, received, TableChoices.NONE);
        }
    }

    /// Looks again at a file, as a person chose it.
    ///
    /// @throws ProblemException  when it cannot be read so
    public <I extends TableImport> I look(Kind<I> kind, I of, TableChoices choices) {
        return look(kind, of.file(), choices);
    }

    private <I extends TableImport> I look(Kind<I> kind, TableFile of, TableChoices choices) {
        try (Table table = Tables.open(documents.open(of.sha256()), choices)) {
            FilePreview preview = FilePreview.of(table);
            transactions.executeWithoutResult(_ -> kind.files().looked(of.id(), preview));
            return kind.files().find(of.id()).orElseThrow();
        } catch (UnreadableTable e) {
            if (choices.equals(TableChoices.NONE)) {
                transactions.executeWithoutResult(
                        _ -> kind.files().end(of.id(), ImportState.FAILED, e.forPeople(), clock.instant()));
            }
            throw ProblemException.of(Problem.UNREADABLE, e.forPeople());
        } catch (IOException e) {
            throw ProblemException.of(Problem.UNREADABLE, "The file cannot be read: it is damaged.");
        }
    }

    /// Whether a file has the columns of a mapping when it is read as chosen.
    public boolean has(TableImport of, TableChoices choices, ColumnMapping<?> mapping) {
        try (Table table = Tables.open(documents.open(of.sha256()), choices)) {
            return table.headings().containsAll(mapping.columns().values());
        } catch (UnreadableTable | IOException e) {
            return false; // as whoever looks at it next is told
        }
    }

    /// @throws ProblemException  when there is none
    public <I extends TableImport> I get(Kind<I> kind, Reader reader, UUID id) {
        return kind.files()
                .find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no import \"%s\".".formatted(id)));
    }

    /// One whose reading may still be chosen.
    ///
    /// @throws ProblemException  when there is none, or it is too late
    public <I extends TableImport> I open(Kind<I> kind, Reader reader, UUID id) {
        I of = get(kind, reader, id);
        if (of.state().moves() || of.state().isApplied()) {
            throw taken(of);
        }
        return of;
    }

    private static ProblemException taken(TableImport of) {
        return ProblemException.of(
                Problem.CONFLICT, "The file \"%s\" is worked on, or was applied already.".formatted(of.name()));
    }

    /// Marks a file, within the transaction at hand, as one that a job works on.
    public interface Ordering {

        /// @return false when it was not for ordering
        boolean order(Job job);
    }

    /// Has a file worked on.
    ///
    /// @param work     the kind of job
    /// @param subject  for people
    public Job order(Kind<?> kind, Actor actor, TableImport of, String work, String subject, Ordering ordering) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            mandate.confirm(actor, kind.permission());
            Job job = jobs.submit(
                    work, subject, Map.of(TableWork.IMPORT, of.file().id().toString()), actor);
            if (!ordering.order(job)) {
                throw taken(of);
            }
            return job;
        }));
    }

    /// @throws ProblemException  when the file lacks a column that is mapped
    public static <F extends TableField> void refuseMissing(TableImport of, ColumnMapping<F> mapping) {
        FilePreview preview = of.preview();
        List<String> headings = preview == null ? List.of() : preview.headings();
        mapping.columns().forEach((field, heading) -> {
            if (!headings.contains(heading)) {
                throw ProblemException.of(
                                Problem.INVALID,
                                "The file has no column \"%s\", which is mapped to \"%s\"."
                                        .formatted(heading, field.title()))
                        .with(field.word(), "is mapped to a column that the file does not have");
            }
        });
    }

    /// Refuses what needs a mapping first.
    public static ProblemException notMapped(TableImport of) {
        return ProblemException.of(Problem.CONFLICT, "The file \"%s\" was not mapped yet.".formatted(of.name()));
    }
}

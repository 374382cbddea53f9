package dev.ward.assessment.past;

import dev.ward.assessment.PastFiles;
import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.document.Arrival;
import dev.ward.document.Documents;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.job.Jobs;
import dev.ward.table.FilePreview;
import dev.ward.table.ImportState;
import dev.ward.table.Table;
import dev.ward.table.TableChoices;
import dev.ward.table.Tables;
import dev.ward.table.UnreadableTable;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.TypedText;
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

/// Files of past decisions: received, mapped, checked, applied, and tried again when more is known.
@Service
public class PastImports implements PastFiles {

    private static final SortOrder NEWEST = SortOrder.descending("received");
    private static final SortOrder BY_LINE = SortOrder.ascending("line");
    private static final List<PastField> NEEDED =
            List.of(PastField.PRODUCT, PastField.RELEASE, PastField.VULNERABILITY, PastField.STATUS);
    private static final int MOST_WORDS = 100;

    private final PastImportRepository imports;
    private final Documents documents;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Mandate mandate;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final long mostBytes;

    PastImports(
            PastImportRepository imports,
            Documents documents,
            Jobs jobs,
            AuditTrail audit,
            Mandate mandate,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${ward.past-import-most:200MB}") DataSize most) {
        this.imports = imports;
        this.documents = documents;
        this.jobs = jobs;
        this.audit = audit;
        this.mandate = mandate;
        this.transactions = transactions;
        this.clock = clock;
        this.mostBytes = most.toBytes();
    }

    /// Receives a file: keeps its bytes, and looks how it is to be read.
    ///
    /// @param contentType  as the sender says; never believed
    /// @throws IOException       when the stream breaks off; then nothing was received
    /// @throws ProblemException  when it is no table
    public PastImport receive(String name, String contentType, InputStream in, Actor actor) throws IOException {
        try (Arrival arrival = documents.receive(in, mostBytes)) {
            if (arrival.document().size() == 0) {
                throw ProblemException.of(Problem.UNREADABLE, "The file is empty: it has 0 bytes.");
            }
            PastImport received = new PastImport(
                    Uuids.next(),
                    name,
                    contentType,
                    arrival.document().sha256(),
                    arrival.document().size(),
                    actor.name(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    ImportState.RECEIVED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    PastImport.Counts.NONE);
            transactions.executeWithoutResult(_ -> {
                // Much may have happened while the body came.
                mandate.confirm(actor, Permission.ASSESSMENT_WRITE);
                arrival.keep();
                imports.insert(received, actor);
                audit.record(
                        actor,
                        Act.of(
                                        "past-decisions.received",
                                        "past-import",
                                        received.id().toString())
                                .after("sha256", received.sha256()));
            });
            return look(received, TableChoices.NONE);
        }
    }

    /// Looks again at a file, as a person chose it.
    ///
    /// @throws ProblemException  when it cannot be read so
    public PastImport look(Reader reader, UUID id, TableChoices choices) {
        PastImport of = get(reader, id);
        refuseVex(of);
        if (of.state().moves() || of.state().isApplied()) {
            throw taken(of);
        }
        return look(of, choices);
    }

    private static void refuseVex(PastImport of) {
        if (of.vex() != null) {
            throw ProblemException.of(
                    Problem.CONFLICT, "The file \"%s\" is VEX, no table: it has no columns.".formatted(of.name()));
        }
    }

    static ProblemException taken(PastImport of) {
        return ProblemException.of(
                Problem.CONFLICT, "The file \"%s\" is worked on, or was applied already.".formatted(of.name()));
    }

    private PastImport look(PastImport of, TableChoices choices) {
        try (Table table = Tables.open(documents.open(of.sha256()), choices)) {
            FilePreview preview = FilePreview.of(table);
            transactions.executeWithoutResult(_ -> imports.looked(of.id(), preview));
            return imports.find(of.id()).orElseThrow();
        } catch (UnreadableTable e) {
            if (choices.equals(TableChoices.NONE)) {
                transactions.executeWithoutResult(
                        _ -> imports.end(of.id(), ImportState.FAILED, e.forPeople(), clock.instant()));
            }
            throw ProblemException.of(Problem.UNREADABLE, e.forPeople());
        } catch (IOException e) {
            throw ProblemException.of(Problem.UNREADABLE, "The file cannot be read: it is damaged.");
        }
    }

    /// Has a file read, and told what is new in it.
    public Job check(Actor actor, Reader reader, UUID id, PastMapping mapping) {
        return ordered(actor, get(reader, id), mapping, ImportState.CHECKING);
    }

    /// Has a file read, and what it says taken. Of a file that was applied before, it takes what was refused then.
    public Job apply(Actor actor, Reader reader, UUID id, PastMapping mapping) {
        return ordered(actor, get(reader, id), mapping, ImportState.APPLYING);
    }

    private Job ordered(Actor actor, PastImport of, PastMapping mapping, ImportState state) {
        refuseVex(of);
        refuseUnmapped(of, mapping);
        return order(actor, of, mapping, state);
    }

    /// Applies a file by the mapping that it was checked or applied with.
    ///
    /// @throws ProblemException  when it was not mapped yet
    public Job apply(Actor actor, Reader reader, UUID id) {
        PastImport of = get(reader, id);
        if (of.vex() != null) {
            return order(actor, of, null, ImportState.APPLYING);
        }
        if (of.mapping() == null) {
            throw ProblemException.of(Problem.CONFLICT, "The file \"%s\" was not mapped yet.".formatted(of.name()));
        }
        return ordered(actor, of, of.mapping(), ImportState.APPLYING);
    }

    @Override
    public Job take(Actor actor, Reader reader, String name, InputStream in) throws IOException {
        PastImport received = receive(name, "application/octet-stream", in, actor);
        return apply(actor, reader, received.id(), guess(received));
    }

    /// @param mapping  null for what is no table
    Job order(Actor actor, PastImport of, @Nullable PastMapping mapping, ImportState state) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            mandate.confirm(actor, Permission.ASSESSMENT_WRITE);
            Job job = jobs.submit(
                    PastImportWork.KIND,
                    (state == ImportState.APPLYING ? "Past decisions from " : "Check of past decisions from ")
                            + of.name(),
                    Map.of(PastImportWork.IMPORT, of.id().toString()),
                    actor);
            if (!imports.order(of.id(), state, mapping, job.id())) {
                throw taken(of);
            }
            return job;
        }));
    }

    private static void refuseUnmapped(PastImport of, PastMapping mapping) {
        FilePreview preview = of.preview();
        List<String> headings = preview == null ? List.of() : preview.headings();
        mapping.columns().forEach((field, heading) -> {
            if (!headings.contains(heading)) {
                throw TypedText.refused(
                        field.word(),
                        "The file has no column \"%s\", which is mapped to \"%s\".".formatted(heading, field.title()),
                        "is mapped to a column that the file does not have");
            }
        });
        for (PastField field : NEEDED) {
            if (!mapping.has(field)) {
                throw TypedText.refused(
                        field.word(),
                        "No column is mapped to \"%s\"%s."
                                .formatted(
                                        field.title(),
                                        field.isForAll() ? ", and nothing is said of it for all rows" : ""),
                        "is mapped to no column");
            }
        }
    }

    /// @throws ProblemException  when there is none
    public PastImport get(Reader reader, UUID id) {
        return imports.find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no import \"%s\".".formatted(id)));
    }

    /// The newest first.
    ///
    /// @param after  a cursor; null for the beginning
    public Slice<PastImport> list(Reader reader, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        return Slice.of(
                imports.list(reader, cursor == null ? null : cursor.uuid(0), limit + 1),
                limit,
                one -> Cursor.of(NEWEST, one.id()));
    }

    /// What is said of rows, in the order of lines.
    ///
    /// @param refused  whether of those that are refused, or of those that are taken with a warning
    /// @param after    a cursor; null for the beginning
    public Slice<PastNote> notes(PastImport of, boolean refused, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, BY_LINE, 2);
        return Slice.of(
                        imports.notes(
                                of.id(),
                                refused,
                                cursor == null ? 0 : cursor.number(0),
                                cursor == null ? 0 : cursor.number(1),
                                limit + 1),
                        limit,
                        one -> Cursor.of(BY_LINE, one.note().line(), one.number()))
                .map(PastImportRepository.Numbered::note);
    }

    /// How often each rule was broken; of a warning, as often as it is kept.
    public Map<PastRule, Long> rules(PastImport of) {
        return imports.rules(of.id());
    }

    /// Words of the file that were not known when it was read last, the most frequent first.
    public List<StrangeWord> strangeWords(PastImport of) {
        return imports.strangeWords(of.id(), MOST_WORDS);
    }

    /// What the headings alone tell.
    ///
    /// @throws ProblemException  for a file that could not be read
    public PastMapping guess(PastImport of) {
        FilePreview preview = of.preview();
        if (preview == null) {
            throw ProblemException.of(Problem.UNREADABLE, "The file \"%s\" is no table.".formatted(of.name()));
        }
        return PastMapping.guessed(preview.headings());
    }

    /// What a person may begin with: columns and words of the last file that had the same columns, else what the
    /// headings
    /// tell.
    public PastMapping proposal(Reader reader, PastImport of) {
        PastMapping guessed = guess(of);
        List<String> headings = Objects.requireNonNull(of.preview()).headings();
        return imports.lastMappings(reader).stream()
                .filter(one -> one.fits(headings)
                        && one.columns().size() >= guessed.columns().size())
                .map(PastMapping::ofAnotherFile)
                .findFirst()
                .orElse(guessed);
    }
}

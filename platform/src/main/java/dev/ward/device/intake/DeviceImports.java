package dev.ward.device.intake;

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
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/// Files of devices: received, mapped, checked, applied.
@Service
public class DeviceImports {

    private static final SortOrder NEWEST = SortOrder.descending("received");
    private static final SortOrder BY_LINE = SortOrder.ascending("line");

    private final DeviceImportRepository imports;
    private final RowNoteRepository notes;
    private final Mappings mappings;
    private final Documents documents;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Mandate mandate;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final long mostBytes;

    DeviceImports(
            DeviceImportRepository imports,
            RowNoteRepository notes,
            Mappings mappings,
            Documents documents,
            Jobs jobs,
            AuditTrail audit,
            Mandate mandate,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${ward.device-import-most:2GB}") DataSize most) {
        this.imports = imports;
        this.notes = notes;
        this.mappings = mappings;
        this.documents = documents;
        this.jobs = jobs;
        this.audit = audit;
        this.mandate = mandate;
        this.transactions = transactions;
        this.clock = clock;
        this.mostBytes = most.toBytes();
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
                "The file is larger than %,d bytes, which is the most that is taken (WARD_DEVICE_IMPORT_MOST). Nothing of it was kept."
                        .formatted(mostBytes));
    }

    /// Receives a file: keeps its bytes, and looks how it is to be read. From then on it does not change, whatever
    /// becomes
    /// of the file that was sent.
    ///
    /// @param contentType  as the sender says; never believed
    /// @throws IOException       when the stream breaks off; then nothing was received
    /// @throws ProblemException  when it is no table; then nothing was received
    public DeviceImport receive(String name, String contentType, InputStream in, Actor actor) throws IOException {
        try (Arrival arrival = documents.receive(in, mostBytes)) {
            if (arrival.document().size() == 0) {
                throw ProblemException.of(Problem.UNREADABLE, "The file is empty: it has 0 bytes.");
            }
            Instant now = now();
            DeviceImport received = new DeviceImport(
                    new ImportId(Uuids.next()),
                    name,
                    contentType,
                    arrival.document().sha256(),
                    arrival.document().size(),
                    actor.name(),
                    now,
                    now,
                    ImportState.RECEIVED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    ImportCounts.NONE);
            transactions.executeWithoutResult(_ -> {
                // Much may have happened while the body came.
                mandate.confirm(actor, Permission.DEVICE_WRITE);
                arrival.keep();
                imports.insert(received, actor);
                audit.record(
                        actor,
                        Act.of("devices.received", "import", received.id().toString())
                                .after("sha256", received.sha256()));
            });
            return look(received, TableChoices.NONE);
        }
    }

    /// Looks again at a file, as a person chose it.
    ///
    /// @throws ProblemException  when it cannot be read so
    public DeviceImport look(Reader reader, ImportId id, TableChoices choices) {
        return look(open(reader, id), choices);
    }

    /// Looks again at a file as a mapping would have it read. Where its columns are found not so but as the file itself
    /// tells how it is written, that counts: a file that a spreadsheet saved again may have another delimiter.
    ///
    /// @return the mapping for this file
    /// @throws ProblemException  when it cannot be read so
    public Mapping fit(Reader reader, ImportId id, Mapping mapping) {
        DeviceImport of = open(reader, id);
        TableChoices chosen = mapping.table();
        boolean asChosen =
                chosen.equals(TableChoices.NONE) || has(of, chosen, mapping) || !has(of, TableChoices.NONE, mapping);
        Mapping fit = asChosen ? mapping : mapping.with(TableChoices.NONE);
        look(of, fit.table());
        return fit;
    }

    private boolean has(DeviceImport of, TableChoices choices, Mapping mapping) {
        try (Table table = Tables.open(documents.open(of.sha256()), choices)) {
            return table.headings().containsAll(mapping.columns().values());
        } catch (UnreadableTable | IOException e) {
            return false; // as whoever looks at it next is told
        }
    }

    private DeviceImport open(Reader reader, ImportId id) {
        DeviceImport of = get(reader, id);
        if (of.state().moves() || of.state() == ImportState.APPLIED) {
            throw taken(of);
        }
        return of;
    }

    private static ProblemException taken(DeviceImport of) {
        return ProblemException.of(
                Problem.CONFLICT, "The file \"%s\" is worked on, or was applied already.".formatted(of.name()));
    }

    private DeviceImport look(DeviceImport of, TableChoices choices) {
        try (Table table = Tables.open(documents.open(of.sha256()), choices)) {
            FilePreview preview = FilePreview.of(table);
            transactions.executeWithoutResult(_ -> imports.looked(of.id(), preview));
            return imports.find(of.id()).orElseThrow();
        } catch (UnreadableTable e) {
            if (choices.equals(TableChoices.NONE)) {
                transactions.executeWithoutResult(
                        _ -> imports.end(of.id(), ImportState.FAILED, e.forPeople(), null, now()));
            }
            throw ProblemException.of(Problem.UNREADABLE, e.forPeople());
        } catch (IOException e) {
            throw ProblemException.of(Problem.UNREADABLE, "The file cannot be read: it is damaged.");
        }
    }

    /// Has a file read, and told what it would change.
    ///
    /// @param asOf  when what it says was so, where its rows do not say it; null for when it came
    /// @return the job
    public Job check(Actor actor, Reader reader, ImportId id, Mapping mapping, @Nullable Instant asOf) {
        return order(actor, get(reader, id), mapping, asOf, ImportState.CHECKING);
    }

    /// Has a file read, and what it says applied.
    ///
    /// @return the job
    public Job apply(Actor actor, Reader reader, ImportId id, Mapping mapping, @Nullable Instant asOf) {
        return order(actor, get(reader, id), mapping, asOf, ImportState.APPLYING);
    }

    private Job order(Actor actor, DeviceImport of, Mapping mapping, @Nullable Instant asOf, ImportState state) {
        refuseUnmapped(of, mapping);
        Instant then = asOf == null ? of.received() : asOf;
        if (then.isAfter(now())) {
            throw ProblemException.of(
                            Problem.INVALID,
                            "What a file says cannot be so from %s on, which is in the future.".formatted(then))
                    .with("asOf", "lies in the future");
        }
        return Objects.requireNonNull(transactions.execute(_ -> {
            mandate.confirm(actor, Permission.DEVICE_WRITE);
            boolean applies = state == ImportState.APPLYING;
            Job job = jobs.submit(
                    DeviceImportWork.KIND,
                    (applies ? "Devices from " : "Check of devices from ") + of.name(),
                    Map.of(
                            DeviceImportWork.IMPORT,
                            of.id().toString(),
                            DeviceImportWork.APPLIES,
                            Boolean.toString(applies)),
                    actor);
            if (!imports.order(of.id(), state, mapping, mappings.feedOf(mapping), then, job.id())) {
                throw taken(of);
            }
            return job;
        }));
    }

    private static void refuseUnmapped(DeviceImport of, Mapping mapping) {
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
        if (!mapping.has(Field.UDI) && !mapping.has(Field.SERIAL)) {
            throw ProblemException.of(Problem.INVALID, "No column is mapped to the serial number, nor to the UDI.")
                    .with(Field.SERIAL.word(), "is mapped to no column");
        }
        if (!mapping.has(Field.UDI) && !mapping.has(Field.DI) && !mapping.has(Field.PRODUCT)) {
            throw ProblemException.of(
                            Problem.INVALID,
                            "No column is mapped to the product, the DI or the UDI, and no product is chosen for all rows.")
                    .with(Field.PRODUCT.word(), "is mapped to no column, and none is chosen for all rows");
        }
    }

    /// @throws ProblemException  when there is none
    public DeviceImport get(Reader reader, ImportId id) {
        return imports.find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no import \"%s\".".formatted(id)));
    }

    /// The newest first.
    ///
    /// @param after  a cursor; null for the beginning
    public Slice<DeviceImport> list(Reader reader, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        return Slice.of(
                imports.list(reader, cursor == null ? null : new ImportId(cursor.uuid(0)), limit + 1),
                limit,
                one -> Cursor.of(NEWEST, one.id().value()));
    }

    /// What is said of rows, in the order of lines.
    ///
    /// @param refused  whether of those that are refused, or of those that are taken with a warning
    /// @param after    a cursor; null for the beginning
    public Slice<RowNote> notes(DeviceImport of, boolean refused, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, BY_LINE, 2);
        return Slice.of(
                        notes.list(
                                of.id(),
                                refused,
                                cursor == null ? 0 : cursor.number(0),
                                cursor == null ? 0 : cursor.number(1),
                                limit + 1),
                        limit,
                        one -> Cursor.of(BY_LINE, one.note().line(), one.number()))
                .map(RowNoteRepository.Numbered::note);
    }

    /// How often each rule was broken.
    public Map<Rule, Long> rules(DeviceImport of) {
        return notes.counts(of.id());
    }

    /// What the headings alone tell; null for a file that could not be read.
    public @Nullable Mapping guess(DeviceImport of) {
        return of.preview() == null ? null : Mapping.guessed(of.preview().headings());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

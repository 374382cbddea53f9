package dev.ward.device.intake;

import dev.ward.audit.Actor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.table.ImportState;
import dev.ward.table.RefusedRows;
import dev.ward.table.RowNote;
import dev.ward.table.TableChoices;
import dev.ward.table.TableIntake;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/// Files of devices: received, mapped, checked, applied.
@Service
public class DeviceImports {

    private final DeviceImportRepository imports;
    private final Mappings mappings;
    private final TableIntake intake;
    private final RefusedRows refusedRows;
    private final Clock clock;
    private final TableIntake.Kind<DeviceImport> kind;

    DeviceImports(
            DeviceImportRepository imports,
            Mappings mappings,
            TableIntake intake,
            RefusedRows refusedRows,
            Clock clock,
            @Value("${ward.device-import-most:2GB}") DataSize most) {
        this.imports = imports;
        this.mappings = mappings;
        this.intake = intake;
        this.refusedRows = refusedRows;
        this.clock = clock;
        this.kind = new TableIntake.Kind<>(
                imports.files(), "devices.received", "import", Permission.DEVICE_WRITE, most.toBytes());
    }

    /// Refuses what says before it comes that it is too large.
    ///
    /// @param size  in bytes; negative when nobody knows
    public void refuseTooLarge(long size) {
        if (size > kind.mostBytes()) {
            throw tooLarge();
        }
    }

    private ProblemException tooLarge() {
        return ProblemException.of(
                Problem.TOO_LARGE,
                "The file is larger than %,d bytes, which is the most that is taken (WARD_DEVICE_IMPORT_MOST). Nothing of it was kept."
                        .formatted(kind.mostBytes()));
    }

    /// Receives a file: keeps its bytes, and looks how it is to be read.
    ///
    /// @param contentType  as the sender says; never believed
    /// @throws IOException       when the stream breaks off; then nothing was received
    /// @throws ProblemException  when it is no table
    public DeviceImport receive(String name, String contentType, InputStream in, Actor actor) throws IOException {
        return intake.receive(kind, name, contentType, in, actor);
    }

    /// Looks again at a file, as a person chose it.
    ///
    /// @throws ProblemException  when it cannot be read so
    public DeviceImport look(Reader reader, ImportId id, TableChoices choices) {
        return intake.look(kind, open(reader, id), choices);
    }

    private DeviceImport open(Reader reader, ImportId id) {
        return intake.open(kind, reader, id.value());
    }

    /// Looks again at a file as a mapping would have it read. Where its columns are found not so but as the file itself
    /// tells how it is written, that counts: a file that a spreadsheet saved again may have another delimiter.
    ///
    /// @return the mapping for this file
    /// @throws ProblemException  when it cannot be read so
    public Mapping fit(Reader reader, ImportId id, Mapping mapping) {
        DeviceImport of = open(reader, id);
        TableChoices chosen = mapping.table();
        boolean asChosen = chosen.equals(TableChoices.NONE)
                || intake.has(of, chosen, mapping)
                || !intake.has(of, TableChoices.NONE, mapping);
        Mapping fit = asChosen ? mapping : mapping.with(TableChoices.NONE);
        intake.look(kind, of, fit.table());
        return fit;
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
        TableIntake.refuseMissing(of, mapping);
        refuseUnmapped(mapping);
        Instant then = asOf == null ? of.received() : asOf;
        if (then.isAfter(clock.instant())) {
            throw ProblemException.of(
                            Problem.INVALID,
                            "What a file says cannot be so from %s on, which is in the future.".formatted(then))
                    .with("asOf", "lies in the future");
        }
        return intake.order(
                kind,
                actor,
                of,
                DeviceImportWork.KIND,
                (state == ImportState.APPLYING ? "Devices from " : "Check of devices from ") + of.name(),
                job -> imports.order(of.id(), state, mapping, mappings.feedOf(mapping), then, job.id()));
    }

    private static void refuseUnmapped(Mapping mapping) {
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
        return intake.get(kind, reader, id.value());
    }

    /// The newest first.
    ///
    /// @param after  a cursor; null for the beginning
    public Slice<DeviceImport> list(Reader reader, @Nullable String after, int limit) {
        return imports.files().list(reader, after, limit);
    }

    /// What is said of rows, in the order of lines.
    ///
    /// @param refused  whether of those that are refused, or of those that are taken with a warning
    /// @param after    a cursor; null for the beginning
    public Slice<RowNote<Rule>> notes(DeviceImport of, boolean refused, @Nullable String after, int limit) {
        return imports.notes().list(of.file().id(), refused, after, limit);
    }

    /// How often each rule was broken.
    public Map<Rule, Long> rules(DeviceImport of) {
        return imports.counts(of.id());
    }

    /// Writes the rows that were refused, as they stand in the file, each with its reasons.
    ///
    /// @throws IOException       when it breaks off; what was written then has no end
    /// @throws ProblemException  before anything is written: when the file is worked on
    public void writeRefused(DeviceImport of, RefusedRows.Opening opening) throws IOException {
        refusedRows.write(of, imports.notes(), opening);
    }

    /// What the headings alone tell; null for a file that could not be read.
    public @Nullable Mapping guess(DeviceImport of) {
        return of.preview() == null ? null : Mapping.guessed(of.preview().headings());
    }
}

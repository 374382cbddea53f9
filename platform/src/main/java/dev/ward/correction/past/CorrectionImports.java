package dev.ward.correction.past;

import dev.ward.audit.Actor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.table.FilePreview;
import dev.ward.table.ImportState;
import dev.ward.table.RefusedRows;
import dev.ward.table.RowNote;
import dev.ward.table.TableChoices;
import dev.ward.table.TableIntake;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/// Files of past corrections: received, mapped, checked, applied, and tried again when more is known.
@Service
public class CorrectionImports {

    private static final List<CorrectionField> NEEDED = List.of(
            CorrectionField.PRODUCT, CorrectionField.DECIDED_ON, CorrectionField.WHAT, CorrectionField.REPORTED);

    private final CorrectionImportRepository imports;
    private final TableIntake intake;
    private final RefusedRows refusedRows;
    private final TableIntake.Kind<CorrectionImport> kind;

    CorrectionImports(
            CorrectionImportRepository imports,
            TableIntake intake,
            RefusedRows refusedRows,
            @Value("${ward.past-import-most:200MB}") DataSize most) {
        this.imports = imports;
        this.intake = intake;
        this.refusedRows = refusedRows;
        this.kind = new TableIntake.Kind<>(
                imports.files(),
                "past-corrections.received",
                "past-correction-import",
                Permission.OBLIGATION_WRITE,
                most.toBytes());
    }

    /// Receives a file: keeps its bytes, and looks how it is to be read.
    ///
    /// @param contentType  as the sender says; never believed
    /// @throws IOException       when the stream breaks off; then nothing was received
    /// @throws ProblemException  when it is no table
    public CorrectionImport receive(String name, String contentType, InputStream in, Actor actor) throws IOException {
        return intake.receive(kind, name, contentType, in, actor);
    }

    /// Looks again at a file, as a person chose it.
    ///
    /// @throws ProblemException  when it cannot be read so
    public CorrectionImport look(Reader reader, UUID id, TableChoices choices) {
        return intake.look(kind, intake.open(kind, reader, id), choices);
    }

    /// Has a file read, and told what is new in it.
    public Job check(Actor actor, Reader reader, UUID id, CorrectionMapping mapping) {
        return ordered(actor, get(reader, id), mapping, ImportState.CHECKING);
    }

    /// Has a file read, and what it says taken. Of a file that was applied before, it takes what was
    /// refused then.
    public Job apply(Actor actor, Reader reader, UUID id, CorrectionMapping mapping) {
        return ordered(actor, get(reader, id), mapping, ImportState.APPLYING);
    }

    /// Applies a file by the mapping that it was checked or applied with.
    ///
    /// @throws ProblemException  when it was not mapped yet
    public Job apply(Actor actor, Reader reader, UUID id) {
        CorrectionImport of = get(reader, id);
        if (of.mapping() == null) {
            throw TableIntake.notMapped(of);
        }
        return ordered(actor, of, of.mapping(), ImportState.APPLYING);
    }

    private Job ordered(Actor actor, CorrectionImport of, CorrectionMapping mapping, ImportState state) {
        TableIntake.refuseMissing(of, mapping);
        refuseUnmapped(mapping);
        return intake.order(
                kind,
                actor,
                of,
                CorrectionImportWork.KIND,
                (state == ImportState.APPLYING ? "Past corrections from " : "Check of past corrections from ")
                        + of.name(),
                job -> imports.files().order(of.id(), state, CorrectionMappingBody.of(mapping), job.id(), true));
    }

    private static void refuseUnmapped(CorrectionMapping mapping) {
        for (CorrectionField field : NEEDED) {
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
    public CorrectionImport get(Reader reader, UUID id) {
        return intake.get(kind, reader, id);
    }

    /// The newest first.
    ///
    /// @param after  a cursor; null for the beginning
    public Slice<CorrectionImport> list(Reader reader, @Nullable String after, int limit) {
        return imports.files().list(reader, after, limit);
    }

    /// What is said of rows, in the order of lines.
    ///
    /// @param refused  whether of those that are refused, or of those that are taken with a warning
    /// @param after    a cursor; null for the beginning
    public Slice<RowNote<CorrectionRule>> notes(
            CorrectionImport of, boolean refused, @Nullable String after, int limit) {
        return imports.notes().list(of.id(), refused, after, limit);
    }

    /// How often each rule was broken; of a warning, as often as it is kept.
    public Map<CorrectionRule, Long> rules(CorrectionImport of) {
        return imports.notes().kept(of.id());
    }

    /// Writes the rows that were refused when the file was read last, as they stand in it, each with its
    /// reasons.
    ///
    /// @throws IOException       when it breaks off; what was written then has no end
    /// @throws ProblemException  before anything is written: when the file is worked on
    public void writeRefused(CorrectionImport of, RefusedRows.Opening opening) throws IOException {
        refusedRows.write(of, imports.notes(), opening);
    }

    /// What the headings alone tell.
    ///
    /// @throws ProblemException  for a file that could not be read
    public CorrectionMapping guess(CorrectionImport of) {
        FilePreview preview = of.preview();
        if (preview == null) {
            throw ProblemException.of(Problem.UNREADABLE, "The file \"%s\" is no table.".formatted(of.name()));
        }
        return CorrectionMapping.guessed(preview.headings());
    }
}

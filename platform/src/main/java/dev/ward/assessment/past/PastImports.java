package dev.ward.assessment.past;

import dev.ward.assessment.PastFiles;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/// Files of past decisions: received, mapped, checked, applied, and tried again when more is known.
@Service
public class PastImports implements PastFiles {

    private static final List<PastField> NEEDED =
            List.of(PastField.PRODUCT, PastField.RELEASE, PastField.VULNERABILITY, PastField.STATUS);
    private static final int MOST_WORDS = 100;

    private final PastImportRepository imports;
    private final TableIntake intake;
    private final RefusedRows refusedRows;
    private final TableIntake.Kind<PastImport> kind;

    PastImports(
            PastImportRepository imports,
            TableIntake intake,
            RefusedRows refusedRows,
            @Value("${ward.past-import-most:200MB}") DataSize most) {
        this.imports = imports;
        this.intake = intake;
        this.refusedRows = refusedRows;
        this.kind = new TableIntake.Kind<>(
                imports.files(), "past-decisions.received", "past-import", Permission.ASSESSMENT_WRITE, most.toBytes());
    }

    /// Receives a file: keeps its bytes, and looks how it is to be read.
    ///
    /// @param contentType  as the sender says; never believed
    /// @throws IOException       when the stream breaks off; then nothing was received
    /// @throws ProblemException  when it is no table
    public PastImport receive(String name, String contentType, InputStream in, Actor actor) throws IOException {
        return intake.receive(kind, name, contentType, in, actor);
    }

    /// Looks again at a file, as a person chose it.
    ///
    /// @throws ProblemException  when it cannot be read so
    public PastImport look(Reader reader, UUID id, TableChoices choices) {
        return intake.look(kind, table(intake.open(kind, reader, id)), choices);
    }

    /// @throws ProblemException  for VEX
    private static PastImport table(PastImport of) {
        if (of.vex() != null) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "The file \"%s\" is VEX, no table: it has neither columns nor rows.".formatted(of.name()));
        }
        return of;
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
        TableIntake.refuseMissing(table(of), mapping);
        refuseUnmapped(mapping);
        return order(actor, of, mapping, state);
    }

    /// Applies a file by the mapping that it was checked or applied with, or a VEX document, which needs none.
    ///
    /// @throws ProblemException  when it was not mapped yet
    public Job apply(Actor actor, Reader reader, UUID id) {
        PastImport of = get(reader, id);
        if (of.vex() != null) {
            return order(actor, of, null, ImportState.APPLYING);
        }
        if (of.mapping() == null) {
            throw TableIntake.notMapped(of);
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
        PastMappingBody kept = mapping == null ? null : PastMappingBody.of(mapping);
        return intake.order(
                kind,
                actor,
                of,
                PastImportWork.KIND,
                (state == ImportState.APPLYING ? "Past decisions from " : "Check of past decisions from ") + of.name(),
                job -> imports.files().order(of.id(), state, kept, job.id(), true));
    }

    private static void refuseUnmapped(PastMapping mapping) {
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
        return intake.get(kind, reader, id);
    }

    /// The newest first.
    ///
    /// @param after  a cursor; null for the beginning
    public Slice<PastImport> list(Reader reader, @Nullable String after, int limit) {
        return imports.files().list(reader, after, limit);
    }

    /// What is said of rows, in the order of lines.
    ///
    /// @param refused  whether of those that are refused, or of those that are taken with a warning
    /// @param after    a cursor; null for the beginning
    public Slice<RowNote<PastRule>> notes(PastImport of, boolean refused, @Nullable String after, int limit) {
        return imports.notes().list(of.id(), refused, after, limit);
    }

    /// How often each rule was broken; of a warning, as often as it is kept.
    public Map<PastRule, Long> rules(PastImport of) {
        return imports.notes().kept(of.id());
    }

    /// Writes the rows that were refused when the file was read last, as they stand in it, each with its
    /// reasons.
    ///
    /// @throws IOException       when it breaks off; what was written then has no end
    /// @throws ProblemException  before anything is written: when the file is worked on, or is no table
    public void writeRefused(PastImport of, RefusedRows.Opening opening) throws IOException {
        refusedRows.write(table(of), imports.notes(), opening);
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

package dev.ward.table;

import dev.ward.document.Documents;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TableFormat;
import dev.ward.web.TableOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of a file that are refused, as they stand in it, each with the reasons: to be mended and
/// imported again.
@Component
public class RefusedRows {

    static final String LINE = "Refused line";
    static final String REASON = "Refused because";
    static final String WHAT_TO_DO = "What to do";
    private static final List<String> OWN = List.of(LINE, REASON, WHAT_TO_DO);

    private static final int ROWS = 1_000;
    private static final int CHARACTERS = 4_000_000;

    private final Documents documents;

    RefusedRows(Documents documents) {
        this.documents = documents;
    }

    /// Opens what is written to, once it is known that there is something to write.
    public interface Opening {
        TableOutput open(List<String> head) throws IOException;
    }

    /// Writes into the answer to a request.
    ///
    /// @param ending  of the address: `csv` or `xlsx`
    /// @throws ProblemException  when Ward writes no such files
    public static Opening into(HttpServletResponse response, String ending) {
        TableFormat format = TableFormat.of(ending);
        return head -> {
            format.announce(response, "refused-rows");
            return TableOutput.open(format, response.getOutputStream(), "Refused rows", head);
        };
    }

    /// Reads the file once more and writes the refused ones of its rows; a few are in memory at a time.
    /// What an earlier export added to them is left out.
    ///
    /// @throws IOException       when it breaks off; what was written then has no end
    /// @throws ProblemException  before anything is written: when the file is worked on, or was never
    /// checked
    public <R extends Enum<R> & RowRule> void write(TableImport of, RowNotes<R> notes, Opening opening)
            throws IOException {
        if (of.state().moves()) {
            throw ProblemException.of(
                    Problem.CONFLICT, "The file \"%s\" is worked on. Wait until it is done.".formatted(of.name()));
        }
        try (Table table = Tables.open(documents.open(of.sha256()), of.choices())) {
            List<Integer> columns = IntStream.range(0, table.headings().size())
                    .filter(column -> !isOwn(table.headings().get(column)))
                    .boxed()
                    .toList();
            List<String> head = new ArrayList<>();
            for (int column : columns) {
                head.add(table.headings().get(column));
            }
            head.addAll(OWN);
            Export<R> export = new Export<>(
                    of.file().id(), notes, columns, table.headings().size(), opening.open(head));
            export.write(table);
            export.out().close();
        } catch (UnreadableTable e) {
            throw new IOException(e);
        }
    }

    /// Also of an export of an export: `Refused line (2)`.
    private static boolean isOwn(String heading) {
        return OWN.contains(heading.replaceFirst(" \\(\\d+\\)$", ""));
    }

    /// @param columns  of the file, that are written
    /// @param width    of its headings; what a row has behind them stands at the end
    private record Export<R extends Enum<R> & RowRule>(
            UUID importId, RowNotes<R> notes, List<Integer> columns, int width, TableOutput out) {

        void write(Table table) throws IOException, UnreadableTable {
            List<Row> rows = new ArrayList<>();
            long characters = 0;
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row);
                characters += row.cells().stream().mapToLong(String::length).sum();
                if (rows.size() == ROWS || characters > CHARACTERS) {
                    write(rows);
                    rows.clear();
                    characters = 0;
                }
            }
            write(rows);
        }

        private void write(List<Row> rows) throws IOException {
            Map<Long, List<RowNote<R>>> refusals =
                    notes.refusals(importId, rows.stream().map(Row::line).toList());
            for (Row row : rows) {
                List<RowNote<R>> why = refusals.get(row.line());
                if (why != null) {
                    out.row(cells(row, why));
                }
            }
        }

        private List<@Nullable Object> cells(Row row, List<RowNote<R>> why) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int column : columns) {
                cells.add(row.cell(column));
            }
            SequencedSet<String> reasons = new LinkedHashSet<>();
            SequencedSet<String> whatToDo = new LinkedHashSet<>();
            for (RowNote<R> note : why) {
                reasons.add(note.column().isEmpty() ? note.reason() : note.column() + ": " + note.reason());
                whatToDo.add(note.rule().whatToDo());
            }
            cells.add(row.line());
            cells.add(String.join("; ", reasons));
            cells.add(String.join(" ", whatToDo));
            cells.addAll(row.cells()
                    .subList(Math.min(width, row.cells().size()), row.cells().size()));
            return cells;
        }
    }
}

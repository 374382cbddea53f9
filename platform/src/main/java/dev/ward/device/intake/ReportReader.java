package dev.ward.device.intake;

import dev.ward.database.CopyRows;
import dev.ward.table.Row;
import dev.ward.table.RowNote;
import dev.ward.table.TableChoices;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the lines of one request: what is right of them becomes rows, what is wrong is told.
final class ReportReader {

    /// Lines whose names are looked up together.
    private static final int BATCH = 10_000;

    /// A line is read as a row of a file that has all columns.
    private static final List<String> KEYS =
            Arrays.stream(Field.values()).map(Field::word).toList();

    static final Mapping MAPPING = new Mapping(
            Arrays.stream(Field.values()).collect(Collectors.toMap(Function.identity(), Field::word)),
            Map.of(),
            null,
            TableChoices.NONE,
            false,
            false);

    private final Resolution resolution;
    private final Turns looking;
    private final LinesInMemory.Share share;
    private final LineReader reader;
    private final ReportNotes notes;
    private final Instant now;
    private final List<Line> batch = new ArrayList<>();
    private @Nullable StagedRows rows;
    private Stage stage = Stage.MANY_REPORTS;
    private long staged;
    private long read;

    /// @param looking  for names, which needs a connection; what arrives slowly holds none meanwhile
    /// @param share    counts each line
    /// @param now      when a line was so that does not say it; nothing is later
    ReportReader(Resolution resolution, Turns looking, LinesInMemory.Share share, ReportNotes notes, Instant now) {
        this.resolution = resolution;
        this.looking = looking;
        this.share = share;
        this.reader = new LineReader(MAPPING, KEYS, now, notes);
        this.notes = notes;
        this.now = now;
    }

    /// @param read    lines that are not empty
    /// @param staged  of which the others are refused
    /// @param rows    null when there are none
    record Result(
            Stage stage, long read, long staged, @Nullable CopyRows rows) {}

    /// Reads to the end.
    Result read(InputStream in, ReportBounds bounds) throws IOException {
        ReportBounds.Lines lines = bounds.over(in);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            read++;
            share.add();
            Line said = lines.isTooLong() ? refuseLong(lines.number()) : read(lines.number(), line);
            if (said != null) {
                batch.add(said);
            }
            if (batch.size() == BATCH) {
                stage(false);
            }
        }
        stage(true);
        return new Result(stage, read, staged, rows == null ? null : rows.rows());
    }

    private @Nullable Line refuseLong(long number) {
        notes.accept(new RowNote<>(
                number, "", "", "", Rule.BROKEN_LINE, "it is longer than %,d bytes".formatted(ReportLine.LONGEST)));
        return null;
    }

    private @Nullable Line read(long number, byte[] bytes) {
        ReportLine.Read line = ReportLine.read(bytes);
        ReportLine.Flawed flawed = line.flawed();
        if (flawed != null) {
            notes.accept(new RowNote<>(number, "", flawed.key(), flawed.value(), flawed.rule(), flawed.reason()));
            return null;
        }
        List<String> cells = Arrays.stream(Field.values())
                .map(field -> line.values().getOrDefault(field, ""))
                .toList();
        return reader.read(new Row(number, cells, List.of()));
    }

    private void stage(boolean isLast) {
        List<Resolved> resolved = resolve();
        batch.clear();
        if (rows == null) {
            stage = isLast ? Stage.ofReports(resolved.size()) : Stage.MANY_REPORTS;
            rows = new StagedRows(stage, now);
        }
        resolved.forEach(rows::add);
        staged += resolved.size();
    }

    private List<Resolved> resolve() {
        looking.await();
        try {
            return resolution.resolve(batch);
        } finally {
            looking.end();
        }
    }
}

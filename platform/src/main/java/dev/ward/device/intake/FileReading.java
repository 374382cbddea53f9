package dev.ward.device.intake;

import dev.ward.database.CopyRows;
import dev.ward.database.WritingAhead;
import dev.ward.document.Documents;
import dev.ward.identity.Reader;
import dev.ward.job.JobProblem;
import dev.ward.job.JobRun;
import dev.ward.job.ProgressInput;
import dev.ward.table.Row;
import dev.ward.table.Table;
import dev.ward.table.Tables;
import dev.ward.table.UnreadableTable;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads a file row by row into the staging tables; memory does not grow with it.
@Component
class FileReading {

    /// Rows whose names are looked up together, and that are sent together.
    private static final int BATCH = 10_000;

    private final Documents documents;
    private final Staging staging;
    private final RowNoteRepository notes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final long mostRows;

    FileReading(
            Documents documents,
            Staging staging,
            RowNoteRepository notes,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${ward.device-import-rows:10000000}") long mostRows) {
        this.documents = documents;
        this.staging = staging;
        this.notes = notes;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.mostRows = mostRows;
    }

    /// What was read.
    ///
    /// @param read    rows in all
    /// @param staged  of which the others are refused
    record Result(long read, long staged, Additions additions, Notes notes) {}

    Result read(DeviceImport of, JobRun run) throws IOException, UnreadableTable {
        Mapping mapping = Objects.requireNonNull(of.mapping());
        Reader reader = Reader.machine("device import");
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            staging.clear();
            notes.clear(of.id());
        });
        Notes told = new Notes(of.id().value());
        Additions additions = new Additions();
        Resolution resolution = new Resolution(
                new Catalogue(jdbc, reader), new Consignees(jdbc, reader, additions), additions, mapping, told);
        long read = 0;
        long staged = 0;
        try (WritingAhead<List<CopyRows>> ahead = new WritingAhead<>(tables -> send(tables, run));
                Table table =
                        Tables.open(new ProgressInput(documents.open(of.sha256()), of.size(), run), mapping.table())) {
            LineReader lines = new LineReader(mapping, table.headings(), clock.instant(), told);
            List<Line> batch = new ArrayList<>(BATCH);
            for (Row row = table.next(); row != null; row = table.next()) {
                read++;
                refuseTooMany(read);
                Line line = lines.read(row);
                if (line != null) {
                    batch.add(line);
                }
                if (read % BATCH == 0) {
                    staged += stage(batch, resolution, of, told, ahead);
                }
            }
            staged += stage(batch, resolution, of, told, ahead);
            ahead.finish();
        }
        transactions.executeWithoutResult(_ -> staging.analyze());
        return new Result(read, staged, additions, told);
    }

    private int stage(
            List<Line> batch, Resolution resolution, DeviceImport of, Notes told, WritingAhead<List<CopyRows>> ahead) {
        StagedRows rows = new StagedRows(Stage.IMPORT, of.asOf());
        List<Resolved> resolved = resolution.resolve(batch);
        resolved.forEach(rows::add);
        batch.clear();
        ahead.accept(List.of(rows.rows(), told.take()));
        return resolved.size();
    }

    private void send(List<CopyRows> tables, JobRun run) {
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            staging.send(tables);
        });
    }

    private void refuseTooMany(long read) {
        if (read > mostRows) {
            throw new JobProblem(
                    "The file has more than %,d rows, which is the most that is taken (WARD_DEVICE_IMPORT_ROWS). Divide it. Nothing of it was applied."
                            .formatted(mostRows));
        }
    }
}

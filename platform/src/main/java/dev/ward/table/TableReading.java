package dev.ward.table;

import dev.ward.database.CopyRows;
import dev.ward.database.WritingAhead;
import dev.ward.document.Documents;
import dev.ward.job.JobProblem;
import dev.ward.job.JobRun;
import dev.ward.job.ProgressInput;
import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads a file row by row into staging tables; memory does not grow with it.
@Component
public class TableReading {

    /// Rows that are looked at and sent together.
    private static final int BATCH = 10_000;

    private final Documents documents;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;

    TableReading(Documents documents, JdbcTemplate template, TransactionTemplate transactions) {
        this.documents = documents;
        this.template = template;
        this.transactions = transactions;
    }

    /// The tables in which the rows of the one file that is worked on wait; nobody else looks into
    /// them.
    public interface Staging {

        /// Empties them, and what was said of the file's rows before.
        void clear();

        /// @param headings  of the file
        Rows rows(List<String> headings);

        /// Lets the planner know how large they have become.
        void analyze();
    }

    /// Rows on their way into staging tables.
    public interface Rows {

        void take(Row row);

        /// What is to be sent since the last time.
        List<CopyRows> batch();
    }

    /// How much of a file is taken.
    ///
    /// @param setting  that says so: `WARD_DEVICE_IMPORT_ROWS`
    public record Most(long rows, String setting) {

        /// @throws JobProblem  when there are more
        public void confirm(long read) {
            if (read > rows) {
                throw new JobProblem(
                        "The file has more than %,d rows, which is the most that is taken (%s). Divide it. Nothing of it was applied."
                                .formatted(rows, setting));
            }
        }
    }

    /// @return how many rows the file has
    /// @throws JobProblem  when it cannot be read to its end, or has too many rows
    public long read(TableImport of, Most most, Staging staging, JobRun run) {
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            staging.clear();
        });
        long read = 0;
        try (WritingAhead<List<CopyRows>> ahead = new WritingAhead<>(tables -> send(tables, run));
                Table table =
                        Tables.open(new ProgressInput(documents.open(of.sha256()), of.size(), run), of.choices())) {
            Rows rows = staging.rows(table.headings());
            for (Row row = table.next(); row != null; row = table.next()) {
                read++;
                most.confirm(read);
                rows.take(row);
                if (read % BATCH == 0) {
                    ahead.accept(rows.batch());
                }
            }
            ahead.accept(rows.batch());
            ahead.finish();
        } catch (UnreadableTable e) {
            throw new JobProblem(e.forPeople() + " Nothing of the file was applied.");
        } catch (IOException e) {
            throw new JobProblem("The file is damaged: it cannot be read to its end. Nothing of it was applied.");
        }
        transactions.executeWithoutResult(_ -> staging.analyze());
        return read;
    }

    /// Were the machine to lose the rows, the file would be read again: no need to wait for the disk.
    private void send(List<CopyRows> tables, JobRun run) {
        transactions.executeWithoutResult(_ -> {
            run.confirm();
            template.execute("SET LOCAL synchronous_commit = off");
            for (CopyRows rows : tables) {
                template.execute((Connection connection) -> {
                    rows.send(connection);
                    return true;
                });
            }
        });
    }
}

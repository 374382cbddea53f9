package dev.ward.command;

import dev.ward.database.DatabaseAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A database that is there, in the role that does the work, without an application around it: for commands that
/// need one connection and no more.
final class PlainDatabase implements AutoCloseable {

    private final OpenDatabase database;
    private final SingleConnectionDataSource dataSource;

    private PlainDatabase(OpenDatabase database, SingleConnectionDataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /// @throws Refusal  when no Ward has worked on the data folder yet
    static PlainDatabase open(Path data) {
        if (!Files.isDirectory(data)) {
            throw new Refusal("there is no data folder \"%s\"; name the right one with --data".formatted(data));
        }
        OpenDatabase database = OpenDatabase.shared(data);
        try {
            DatabaseAccess access = database.access();
            PlainDatabase plain = new PlainDatabase(
                    database,
                    new SingleConnectionDataSource(
                            access.url(), access.app().username(), access.app().password(), true));
            plain.begin(access.initSql());
            return plain;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void begin(String initSql) {
        if (!initSql.isEmpty()) {
            jdbc().sql(initSql).update();
        }
        if (!jdbc().sql("SELECT to_regclass('audit.entry') IS NOT NULL")
                .query(Boolean.class)
                .single()) {
            throw new Refusal("the database holds nothing of Ward yet: start it once with ./ward serve");
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    @Override
    public void close() {
        dataSource.destroy();
        database.close();
    }
}

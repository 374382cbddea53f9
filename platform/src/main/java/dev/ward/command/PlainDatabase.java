package dev.ward.command;

import dev.ward.database.DatabaseAccess;
import dev.ward.database.Migrations;
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

    /// Opens what is there, of an older Ward too, and makes nothing.
    ///
    /// @throws Refusal  when no Ward has worked on the data folder yet
    static PlainDatabase existing(Path data) {
        PlainDatabase database = open(data, false);
        if (!database.jdbc()
                .sql("SELECT to_regclass('audit.entry') IS NOT NULL")
                .query(Boolean.class)
                .single()) {
            database.close();
            throw new Refusal("the database holds nothing of Ward yet: start it once with ./ward serve");
        }
        return database;
    }

    /// Opens a database with the schemas of this Ward, which a server that runs has made.
    static PlainDatabase migrated(Path data) {
        return open(data, true);
    }

    private static PlainDatabase open(Path data, boolean migrate) {
        OpenDatabase database = OpenDatabase.shared(data);
        try {
            DatabaseAccess access = database.access();
            if (migrate && database.isAlone()) {
                Migrations.of(access).migrate();
            }
            PlainDatabase plain = new PlainDatabase(
                    database,
                    new SingleConnectionDataSource(
                            access.url(), access.app().username(), access.app().password(), true));
            if (!access.initSql().isEmpty()) {
                plain.jdbc().sql(access.initSql()).update();
            }
            return plain;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    DatabaseAccess access() {
        return database.access();
    }

    DataSource dataSource() {
        return dataSource;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /// Leaves the database, which goes on.
    void disconnect() {
        dataSource.destroy();
    }

    @Override
    public void close() {
        dataSource.destroy();
        database.close();
    }
}

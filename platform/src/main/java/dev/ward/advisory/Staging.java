package dev.ward.advisory;

import dev.ward.database.CopyRows;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionTemplate;

/// What one import has read and not yet made known: a connection of its own with temporary tables, which
/// vanish with it, and the source's lock, which does so too.
final class Staging implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);

    /// The first half of the lock's name; the second is the source.
    private static final int LOCK = 0x5741_5244;

    private static final List<String> TABLES = List.of(
            """
            CREATE TEMPORARY TABLE staged_record (
                ordinal integer, source text, name text, state text, published timestamptz, modified timestamptz,
                digest bytea, head bytea, aliases text[], apart boolean)
            """,
            "CREATE TEMPORARY TABLE staged_statement (ordinal integer, number integer, code bytea)",
            """
            CREATE TEMPORARY TABLE staged_key (
                ordinal integer, number integer, use smallint, key text, decision smallint, code bytea)
            """,
            """
            CREATE TEMPORARY TABLE staged_kev (
                ordinal integer, cve text, vendor text, product text, name text, added text, due text, ransomware text)
            """,
            """
            CREATE TEMPORARY TABLE staged_epss (
                ordinal integer, cve text, probability double precision, percentile double precision,
                date text, model text)
            """,
            "CREATE TEMPORARY TABLE touched (name text PRIMARY KEY, round integer)",
            """
            CREATE TEMPORARY TABLE grouped_vulnerability (
                vulnerability_id uuid, name text, aliases text[], summary text, rating smallint,
                score double precision, severity_source text, vector text, exploitation text, weaknesses text[])
            """,
            "CREATE TEMPORARY TABLE grouped_name (name text, vulnerability_id uuid)",
            "CREATE INDEX grouped_name_vulnerability ON grouped_name (vulnerability_id)",
            "CREATE TEMPORARY TABLE grouped_conflict (digest bytea, ids text[], reason text)",
            "CREATE TEMPORARY TABLE grouped_record (record_id bigint, vulnerability_id uuid)",
            "CREATE INDEX grouped_record_id ON grouped_record (record_id)");

    private final Connection connection;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private Staging(Connection connection) {
        this.connection = connection;
        SingleConnectionDataSource single = new SingleConnectionDataSource(connection, true);
        jdbc = JdbcClient.create(single);
        transactions = new TransactionTemplate(new JdbcTransactionManager(single));
    }

    static Staging open(DataSource dataSource) {
        try {
            Staging staging = new Staging(dataSource.getConnection());
            TABLES.forEach(table -> staging.jdbc.sql(table).update());
            return staging;
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private static DataAccessException translated(SQLException e) {
        DataAccessException translated = new SQLStateSQLExceptionTranslator().translate("import", null, e);
        return translated == null ? new UncategorizedSQLException("import", null, e) : translated;
    }

    /// Tries to become the one import of a source; it stays so until it is closed.
    boolean lock(Source source) {
        return jdbc.sql("SELECT pg_try_advisory_lock(:lock, :source)")
                .param("lock", LOCK)
                .param("source", source.ordinal())
                .query(Boolean.class)
                .single();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    TransactionTemplate transactions() {
        return transactions;
    }

    /// The SHA-256 over what is known of some records, by their names.
    Map<String, byte[]> digests(Source source, List<String> names) {
        Map<String, byte[]> digests = new HashMap<>();
        jdbc.sql("SELECT name, digest FROM advisory.record WHERE source = :source AND name = ANY(:names)")
                .param("source", source.name())
                .param(
                        "names",
                        names.stream().filter(name -> name.indexOf('\0') < 0).toArray(String[]::new))
                .query(row -> {
                    digests.put(row.getString(1), row.getBytes(2));
                });
        return digests;
    }

    void send(CopyRows... tables) {
        try {
            for (CopyRows rows : tables) {
                rows.send(connection);
            }
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    /// Lets the planner know how large the tables have become.
    void analyze(String... tables) {
        for (String table : tables) {
            jdbc.sql("ANALYZE " + table).update();
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.setAutoCommit(true);
            jdbc.sql("DISCARD TEMPORARY").update();
            jdbc.sql("SELECT pg_advisory_unlock_all()").query(rows -> {});
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The connection of an import is not reused", e);
        }
    }
}

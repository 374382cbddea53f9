package dev.ward.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table that a backup holds.
///
/// @param columns  those that are stored and not made from others, in their order
record Table(String schema, String name, List<String> columns) {

    Table {
        columns = List.copyOf(columns);
    }

    /// The tables of the schemas, each behind those that its foreign keys point at. What PostgreSQL itself empties
    /// after
    /// a crash is not among them.
    static List<Table> list(JdbcClient jdbc, List<String> schemas) {
        List<Table> left = new ArrayList<>(jdbc.sql("""
                SELECT n.nspname, c.relname,
                       array(SELECT a.attname::text FROM pg_attribute a
                              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                              ORDER BY a.attnum) AS columns
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname = ANY(:schemas)
                 ORDER BY n.nspname, c.relname
                """)
                .param("schemas", schemas.toArray(String[]::new))
                .query((row, _) -> new Table(row.getString("nspname"), row.getString("relname"), texts(row, "columns")))
                .list());
        List<Arrow> arrows = arrows(jdbc);
        List<Table> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Table> free = left.stream()
                    .filter(table -> arrows.stream()
                            .noneMatch(arrow -> arrow.from().equals(table.key())
                                    && left.stream()
                                            .anyMatch(other -> arrow.to().equals(other.key()))))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("foreign keys form a ring among " + left);
            }
            ordered.addAll(free);
            left.removeAll(free);
        }
        return ordered;
    }

    private static List<Arrow> arrows(JdbcClient jdbc) {
        return jdbc.sql("""
                SELECT f.nspname || '.' || c.relname AS from_table, g.nspname || '.' || d.relname AS to_table
                  FROM pg_constraint k
                  JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace f ON f.oid = c.relnamespace
                  JOIN pg_class d ON d.oid = k.confrelid JOIN pg_namespace g ON g.oid = d.relnamespace
                 WHERE k.contype = 'f' AND k.conrelid <> k.confrelid
                """)
                .query((row, _) -> new Arrow(row.getString("from_table"), row.getString("to_table")))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    /// Its name in a backup.
    String key() {
        return schema + "." + name;
    }

    String sql() {
        return quoted(schema) + "." + quoted(name);
    }

    String sqlWithColumns() {
        return sql() + columns.stream().map(Table::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    private record Arrow(String from, String to) {}
}

package dev.ward.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The orders in which findings can be listed, each as columns that all rise, so that a place in the list is one
/// comparison of rows.
final class FindingSort {

    static final String USUAL = "risk";

    /// What nobody has rated counts as grave until someone has.
    private static final String RANK = """
            CASE v.rating WHEN 5 THEN 0 WHEN 4 THEN 1 WHEN 0 THEN 2 WHEN 3 THEN 3 WHEN 2 THEN 4 ELSE 5 END""";

    private static final Column ID = new Column("f.id", "uuid");
    private static final Column SCORE = new Column("-coalesce(v.score, -1)", "numeric");
    private static final Column EPSS = new Column("-coalesce(v.epss, -1)", "double precision");
    private static final Column SEVERITY = new Column(RANK, "int");

    private static final Map<String, List<Column>> ORDERS = orders();

    private FindingSort() {}

    /// @param expression  over the aliases f (finding), v (vulnerability), c (component), r (release)
    /// @param type        in PostgreSQL's words
    record Column(String expression, String type) {}

    private static Map<String, List<Column>> orders() {
        Map<String, List<Column>> orders = new LinkedHashMap<>();
        orders.put(
                USUAL,
                List.of(
                        new Column("(f.state = 'candidate')::int", "int"),
                        new Column("(v.kev_since IS NULL)::int", "int"),
                        SEVERITY,
                        SCORE,
                        EPSS,
                        ID));
        orders.put("severity", List.of(SEVERITY, SCORE, ID));
        orders.put("epss", List.of(EPSS, ID));
        orders.put("kev", List.of(new Column("coalesce(v.kev_since, date '9999-12-31')", "date"), SEVERITY, ID));
        orders.put("vulnerability", List.of(new Column("v.name", "text"), ID));
        orders.put(
                "component",
                List.of(
                        new Column("lower(c.name)", "text"),
                        new Column("coalesce(c.version, '')", "text"),
                        SEVERITY,
                        ID));
        orders.put(
                "release",
                List.of(new Column("lower(r.product_name)", "text"), new Column("r.version", "text"), SEVERITY, ID));
        orders.put("opened", List.of(new Column("f.opened_at", "timestamptz"), ID));
        return orders;
    }

    static Set<String> keys() {
        return ORDERS.keySet();
    }

    static List<Column> columns(String key) {
        return ORDERS.getOrDefault(key, List.of(ID));
    }

    /// `ORDER BY`, for one direction of all columns.
    static String orderBy(String key, boolean descending) {
        return columns(key).stream()
                .map(column -> column.expression() + (descending ? " DESC" : ""))
                .collect(Collectors.joining(", "));
    }

    /// The condition that a row stands behind a place; its values are the parameters `after0`, `after1`, ….
    static String behind(String key, boolean descending) {
        List<Column> columns = columns(key);
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String joint = i == 0 ? "" : ", ";
            left.append(joint).append(columns.get(i).expression());
            right.append(joint)
                    .append("cast(:after%d AS %s)".formatted(i, columns.get(i).type()));
        }
        return "(%s) %s (%s)".formatted(left, descending ? "<" : ">", right);
    }

    /// The values of a row's place, one column `place` of texts.
    static String place(String key) {
        return columns(key).stream()
                .map(column -> "(%s)::text".formatted(column.expression()))
                .collect(Collectors.joining(", ", "ARRAY[", "] AS place"));
    }
}

package dev.ward.finding;

import dev.ward.web.Cursor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An order in which findings can be listed: columns that all rise, so that a place in the list is one comparison of
/// rows.
///
/// The first columns are those of an index of one table (vulnerability, component, release or finding) and end with its
/// id. PostgreSQL reads that index in its order, takes the findings of each row, and stops when the page is full: the
/// cost follows the page and not the portfolio.
///
/// @param lead            the columns of the index
/// @param rest            the order within one row of it; the last is the finding's id
/// @param candidatesLast  candidates stand behind everything else
record FindingSort(List<Column> lead, List<Column> rest, boolean candidatesLast) {

    static final String USUAL = "risk";

    private static final Column ID = new Column("f.id", "uuid");
    private static final Column VULNERABILITY = new Column("v.vulnerability_id", "uuid");
    private static final Column SEVERITY = new Column("v.severity_order", "smallint");
    private static final Column SCORE = new Column("v.score_order", "double precision");
    private static final Column EPSS = new Column("v.epss_order", "double precision");

    private static final Map<String, FindingSort> ORDERS = orders();

    /// @param expression  over the aliases f (finding), v (vulnerability), c (component), r (release)
    /// @param type        in PostgreSQL's words
    record Column(String expression, String type) {

        /// The value of a place in the list, in a form that PostgreSQL reads as this column's type.
        ///
        /// @throws dev.ward.web.ProblemException  when a made-up cursor holds anything else
        String value(Cursor after, int index) {
            return switch (type) {
                case "uuid" -> after.uuid(index).toString();
                case "smallint" -> after.textAs(index, Short::valueOf).toString();
                case "bigint" -> after.textAs(index, Long::valueOf).toString();
                case "double precision" -> after.textAs(index, Double::valueOf).toString();
                case "date" -> after.date(index).toString();
                default -> after.text(index);
            };
        }
    }

    private static Map<String, FindingSort> orders() {
        Map<String, FindingSort> orders = new LinkedHashMap<>();
        orders.put(
                USUAL,
                new FindingSort(
                        List.of(new Column("v.risk_order", "smallint"), SCORE, EPSS, VULNERABILITY),
                        List.of(ID),
                        true));
        orders.put("severity", new FindingSort(List.of(SEVERITY, SCORE, VULNERABILITY), List.of(ID), false));
        orders.put("epss", new FindingSort(List.of(EPSS, VULNERABILITY), List.of(ID), false));
        orders.put(
                "kev",
                new FindingSort(
                        List.of(new Column("v.kev_order", "date"), SEVERITY, VULNERABILITY), List.of(ID), false));
        orders.put(
                "vulnerability",
                new FindingSort(List.of(new Column("v.name", "text"), VULNERABILITY), List.of(ID), false));
        orders.put(
                "component",
                new FindingSort(
                        List.of(
                                new Column("left(lower(c.name), 200)", "text"),
                                new Column("left(coalesce(c.version, ''), 200)", "text"),
                                new Column("c.component_id", "bigint")),
                        List.of(SEVERITY, ID),
                        false));
        orders.put(
                "release",
                new FindingSort(
                        List.of(
                                new Column("r.product_order", "text"),
                                new Column("left(r.version, 200)", "text"),
                                new Column("r.release_id", "uuid")),
                        List.of(SEVERITY, ID),
                        false));
        // A finding's id begins with the time at which it was opened first.
        orders.put("opened", new FindingSort(List.of(ID), List.of(), false));
        return orders;
    }

    static Set<String> keys() {
        return ORDERS.keySet();
    }

    static FindingSort of(String key) {
        return ORDERS.getOrDefault(key, new FindingSort(List.of(ID), List.of(), false));
    }

    List<Column> columns() {
        return Stream.concat(lead.stream(), rest.stream()).toList();
    }

    /// How many values a place in the list has: the group of its state, then its columns.
    int places() {
        return 1 + columns().size();
    }

    /// Findings of a lower group stand before all of a higher one.
    int group(FindingState state) {
        return candidatesLast && state == FindingState.CANDIDATE ? 1 : 0;
    }

    /// The columns as outputs `o1`, `o2`, …
    String outputs() {
        List<Column> columns = columns();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).expression() + " AS o" + (i + 1))
                .collect(Collectors.joining(", "));
    }

    /// `ORDER BY` over the expressions, for one direction of all columns.
    String orderBy(boolean descending) {
        return columns().stream()
                .map(column -> column.expression() + (descending ? " DESC" : ""))
                .collect(Collectors.joining(", "));
    }

    /// `ORDER BY` over the outputs, with the group as `o0`.
    String orderByOutputs(boolean descending) {
        return IntStream.range(0, places())
                .mapToObj(i -> "o" + i + (descending ? " DESC" : ""))
                .collect(Collectors.joining(", "));
    }

    /// The values of a row's place, one column `place` of texts, over the outputs.
    String place() {
        return IntStream.range(0, places())
                .mapToObj(i -> "o" + i + "::text")
                .collect(Collectors.joining(", ", "ARRAY[", "] AS place"));
    }

    /// The condition that a row stands behind a place; its values are the parameters `after1`, `after2`, ….
    ///
    /// The place in the index is said once more on its own: no index can be entered by a comparison that leaves
    /// its table.
    String behind(boolean descending) {
        String behind = compare(columns(), descending ? "<" : ">");
        return rest.isEmpty() ? behind : behind + " AND " + compare(lead, descending ? "<=" : ">=");
    }

    private static String compare(List<Column> columns, String how) {
        String left = columns.stream().map(Column::expression).collect(Collectors.joining(", "));
        String right = IntStream.range(0, columns.size())
                .mapToObj(i ->
                        "cast(:after%d AS %s)".formatted(i + 1, columns.get(i).type()))
                .collect(Collectors.joining(", "));
        return "(%s) %s (%s)".formatted(left, how, right);
    }
}

package dev.ward.table;

import dev.ward.identity.Reader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The staging tables in which the rows of the one file that is worked on are compared, all at once, with
/// what is known, and taken. They are `_staged` (with `number` and `line`), `_work` (`number`, and as `work`
/// what is to be done with the row: `new`, `changed`, `unchanged` or the word of a rule, and as `also …` what
/// is wrong beside that), and the notes `_note`.
public abstract class ComparedRows<R extends Enum<R> & RowRule, F extends Enum<F> & TableField> {

    protected final JdbcClient jdbc;
    private final String tables;
    private final String analysis;
    private final String value;

    /// @param tables    how their names begin, with the schema: `assessment.past`
    /// @param analysis  the function that lets the planner know how large they are
    /// @param value     what a row `s` says in the field `:field`, as SQL that gives text
    protected ComparedRows(JdbcClient jdbc, String tables, String analysis, String value) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.analysis = analysis;
        this.value = value;
    }

    final void clear() {
        jdbc.sql("TRUNCATE {t}_staged, {t}_work".replace("{t}", tables)).update();
    }

    /// Lets the planner know how large they have become.
    public final void analyze() {
        jdbc.sql("SELECT %s()::text".formatted(analysis)).query(String.class).optional();
    }

    /// How a rule stands in `_work` beside what is done with its row.
    static String also(RowRule rule) {
        return "also " + rule.word();
    }

    /// Says of each row what is to be done with it, and what is wrong with it beside that.
    ///
    /// @param received  when the file came
    protected abstract void decide(Reader reader, Instant received);

    /// How many rows there are of each word.
    final Map<String, Long> works() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("SELECT work, count(*) FROM %s_work GROUP BY work".formatted(tables))
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /// Notes what is said of rows that one rule is about; of those that are not refused, of the first ones.
    ///
    /// @param heading  of the field's column
    final void note(UUID importId, Compared<R, F> one, String heading) {
        jdbc.sql("""
                INSERT INTO {t}_note (import_id, refused, line, rule, field, heading, value, reason)
                SELECT :id, :refused, s.line, :rule, :field, :heading, left({value}, :longest), :reason
                  FROM {t}_work w
                  JOIN {t}_staged s USING (number)
                 WHERE w.work IN (:rule, :also)
                 ORDER BY s.number
                 LIMIT CASE WHEN :refused THEN NULL ELSE :most END
                """.replace("{t}", tables).replace("{value}", value))
                .param("id", importId)
                .param("rule", one.rule().word())
                .param("also", also(one.rule()))
                .param("refused", one.rule().refuses())
                .param("field", one.field().word())
                .param("heading", heading)
                .param("longest", RowNotes.LONGEST_VALUE)
                .param("reason", one.reason())
                .param("most", RowNotes.MOST_WARNINGS)
                .update();
    }

    /// Takes what is new or was corrected, each as a further version, within the transaction at hand.
    protected abstract void apply(UUID importId, Instant now);
}

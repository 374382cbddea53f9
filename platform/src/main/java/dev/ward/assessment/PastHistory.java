package dev.ward.assessment;

import dev.ward.table.TakenRows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The past decisions that applications of files took, as they are kept.
@Component
public class PastHistory extends TakenRows {

    public static final String WHAT = "past-decisions.imported";

    private static final List<String> CELLS = List.of(
            "release_id::text",
            "product_id::text",
            free("vulnerability"),
            free("component"),
            "version::text",
            "status",
            "justification",
            "cvss",
            "exploitability",
            "harm",
            "verdict",
            free("decision"),
            free("decided_by"),
            "to_char(decided_on, 'YYYY-MM-DD')",
            free("reference"),
            free("notes"),
            "line::text");

    PastHistory(JdbcClient jdbc) {
        super(jdbc, WHAT, "assessment.past_decision", CELLS);
    }

    /// Over a database without an application around it, as a command reads it.
    public static PastHistory over(JdbcClient jdbc) {
        return new PastHistory(jdbc);
    }
}

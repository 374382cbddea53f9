package dev.ward.correction;

import dev.ward.table.TakenRows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The past corrections that applications of files took, as they are kept.
@Component
public class CorrectionHistory extends TakenRows {

    public static final String WHAT = "past-corrections.imported";

    private static final List<String> CELLS = List.of(
            "product_id::text",
            "to_char(decided_on, 'YYYY-MM-DD')",
            free("what"),
            "version::text",
            "reported",
            free("report_number"),
            free("justification"),
            free("decided_by"),
            free("reference"),
            "line::text");

    CorrectionHistory(JdbcClient jdbc) {
        super(jdbc, WHAT, "correction.past_correction", CELLS);
    }

    /// Over a database without an application around it, as a command reads it.
    public static CorrectionHistory over(JdbcClient jdbc) {
        return new CorrectionHistory(jdbc);
    }
}

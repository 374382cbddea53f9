package dev.ward.assessment;

import dev.ward.assessment.ScreenedRows.Part;
import dev.ward.audit.RowHistory;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of signed dispositions, as their manifests name them.
@Component
public class ScreenedHistory implements RowHistory {

    static final String WHAT = "screening.signed";

    private final ScreenedRows rows;

    ScreenedHistory(ScreenedRows rows) {
        this.rows = rows;
    }

    /// Over a database without an application around it, as a command reads it.
    public static ScreenedHistory over(JdbcClient jdbc) {
        return new ScreenedHistory(new ScreenedRows(jdbc));
    }

    @Override
    public String what() {
        return WHAT;
    }

    @Override
    public byte[] digest(String subjectId, String changeSet) {
        return HexFormat.of().parseHex(rows.sha256(new ScreeningId(UUID.fromString(subjectId)), Part.ALL));
    }
}

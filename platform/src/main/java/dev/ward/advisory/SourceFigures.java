package dev.ward.advisory;

import dev.ward.database.Figure;
import dev.ward.database.Figures;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When each source was last heard.
@Component
class SourceFigures implements Figures {

    private final JdbcClient jdbc;

    SourceFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> read() {
        Map<Tags, Long> heard = new HashMap<>();
        for (Source source : Source.values()) {
            jdbc.sql("""
                    SELECT ended_at FROM advisory.import
                     WHERE source = :source AND outcome IN ('completed', 'nothing_new')
                     ORDER BY begun_at DESC LIMIT 1
                    """)
                    .param("source", source.word())
                    .query(Timestamp.class)
                    .optional()
                    .ifPresent(ended -> heard.put(
                            Tags.of("source", source.word()), ended.toInstant().getEpochSecond()));
        }
        return List.of(new Figure(
                "ward.source.last.success.timestamp",
                "seconds",
                "When an import of the source last did not fail, in seconds since 1970.",
                heard));
    }
}

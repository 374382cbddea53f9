package dev.ward.assessment;

import dev.ward.document.DocumentKeeper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which documents are kept here: VEX, files of reachability, tables of past decisions.
@Component
class AssessmentDocuments implements DocumentKeeper {

    private final JdbcClient jdbc;

    AssessmentDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String sha256) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM assessment.vex_document d WHERE d.sha256 = :sha256)
                            OR EXISTS (SELECT FROM assessment.reachability_file f WHERE f.sha256 = :sha256)
                            OR EXISTS (SELECT FROM assessment.past_import i WHERE i.sha256 = :sha256)
                        """).param("sha256", sha256).query(Boolean.class).single();
    }
}

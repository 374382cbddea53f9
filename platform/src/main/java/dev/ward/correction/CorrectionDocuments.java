package dev.ward.correction;

import dev.ward.document.DocumentKeeper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the files of past corrections.
@Component
class CorrectionDocuments implements DocumentKeeper {

    private final JdbcClient jdbc;

    CorrectionDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM correction.past_import WHERE sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }
}

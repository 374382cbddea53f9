package dev.ward.regulation;

import dev.ward.document.DocumentKeeper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the files that show something of an ISAO.
@Component
class RegulationDocuments implements DocumentKeeper {

    private final JdbcClient jdbc;

    RegulationDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM regulation.isao_period WHERE document_sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }
}

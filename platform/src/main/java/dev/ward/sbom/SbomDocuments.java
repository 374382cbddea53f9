package dev.ward.sbom;

import dev.ward.document.DocumentKeeper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which documents are kept here.
@Component
class SbomDocuments implements DocumentKeeper {

    private final JdbcClient jdbc;

    SbomDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM sbom.snapshot d WHERE d.sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }
}

package dev.ward.handling;

import dev.ward.document.DocumentKeeper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which documents are kept here: what came with signals, and files of cases.
@Component
class HandlingDocuments implements DocumentKeeper {

    private final JdbcClient jdbc;

    HandlingDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String sha256) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM handling.signal s WHERE s.payload_sha256 = :sha256)
                            OR EXISTS (SELECT FROM handling.case_file f WHERE f.sha256 = :sha256)
                        """).param("sha256", sha256).query(Boolean.class).single();
    }
}

package dev.ward.home;

import dev.ward.identity.Permission;
import dev.ward.web.NextStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The second step of an empty installation.
@Component
class LoadSource implements NextStep {

    private final JdbcClient jdbc;

    LoadSource(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String title() {
        return "Load a source";
    }

    @Override
    public String reason() {
        return "Ward knows of vulnerabilities what its sources say: CVE, OSV, NVD, KEV, EPSS. Load one as a file.";
    }

    @Override
    public String path() {
        return "/sources";
    }

    @Override
    public String permission() {
        return Permission.SOURCE_IMPORT.name();
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean done() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM advisory.published_change_set)")
                .query(Boolean.class)
                .single();
    }
}

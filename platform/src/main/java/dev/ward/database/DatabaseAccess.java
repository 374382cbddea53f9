package dev.ward.database;

import java.util.LinkedHashMap;
import java.util.Map;

/// How to reach the database in each of its two roles.
///
/// @param url       JDBC address
/// @param owner     who owns the schemas and migrates them; its connection is closed after the start
/// @param app       who does everything else; it cannot change what the audit trail says
/// @param initSql   what each connection of the application begins with; empty for nothing
public record DatabaseAccess(String url, Login owner, Login app, String initSql) {

    public record Login(String username, String password) {

        @Override
        public String toString() {
            return username; // a password belongs in no log
        }
    }

    /// The names of the framework's settings, with their values.
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", url);
        settings.put("spring.datasource.username", app.username());
        settings.put("spring.datasource.password", app.password());
        if (!initSql.isEmpty()) {
            settings.put("spring.datasource.hikari.connection-init-sql", initSql);
        }
        settings.put("spring.flyway.url", url);
        settings.put("spring.flyway.user", owner.username());
        settings.put("spring.flyway.password", owner.password());
        return settings;
    }
}

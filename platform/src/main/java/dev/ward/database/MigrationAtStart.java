package dev.ward.database;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lets the server migrate as the commands do.
@Configuration(proxyBeanMethods = false)
class MigrationAtStart {

    @Bean
    static FlywayMigrationStrategy migrationStrategy() {
        return Migrations::migrate;
    }
}

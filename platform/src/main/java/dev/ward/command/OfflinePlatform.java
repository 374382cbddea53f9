package dev.ward.command;

import dev.ward.Ward;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The platform without its web server, for a command that works on the database. Beside a running server it leaves
/// jobs to that.
final class OfflinePlatform implements AutoCloseable {

    private final OpenDatabase database;
    private final ConfigurableApplicationContext context;

    private OfflinePlatform(OpenDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    static OfflinePlatform open(Path data) {
        OpenDatabase database = OpenDatabase.shared(data);
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(Ward.class)
                    .web(WebApplicationType.NONE)
                    .registerShutdownHook(false)
                    .properties(database.isAlone() ? database.settings() : besideAServer(database))
                    .properties("logging.level.root=warn", "logging.level.org.flywaydb=warn")
                    .run();
            return new OfflinePlatform(database, context);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// The server does the jobs, has migrated, and notes the trail's head; here only what the command asks for is made.
    private static Map<String, Object> besideAServer(OpenDatabase database) {
        Map<String, Object> settings = new LinkedHashMap<>(database.access().settings());
        settings.put("spring.main.lazy-initialization", true);
        settings.put("spring.flyway.enabled", false);
        settings.put("ward.jobs", false);
        return settings;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}

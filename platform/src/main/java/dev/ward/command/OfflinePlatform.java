package dev.ward.command;

import dev.ward.Ward;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The platform without its web server, for a command that works on the database.
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
                    .properties(database.settings())
                    .properties("logging.level.root=warn")
                    .run();
            return new OfflinePlatform(database, context);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
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

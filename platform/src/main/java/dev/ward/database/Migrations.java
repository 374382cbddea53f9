package dev.ward.database;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Brings the schemas of a database to a version, where no application does it at its start.
public final class Migrations {

    /// Where Flyway keeps what it did.
    static final String SCHEMA = "migration";

    private final DatabaseAccess access;

    private Migrations(DatabaseAccess access) {
        this.access = access;
    }

    public static Migrations of(DatabaseAccess access) {
        return new Migrations(access);
    }

    /// Migrates to what this Ward knows.
    public void migrate() {
        migrate(configuration().load());
    }

    /// Migrates to what this Ward knows.
    ///
    /// @throws DatabaseTrouble  when the database has what this Ward does not know, and nothing is changed
    static void migrate(Flyway flyway) {
        refuseANewer(flyway);
        flyway.migrate();
    }

    /// For a command beside a server, which migrates by itself.
    ///
    /// @throws DatabaseTrouble  when the database has more than this Ward knows, or less
    public void expectAll() {
        Flyway flyway = configuration().load();
        refuseANewer(flyway);
        if (flyway.info().pending().length > 0) {
            throw new DatabaseTrouble(
                    "the database has not got all of this Ward's schema: a Ward that has only just started is still making it, so try again when it serves; or an older Ward serves, so use the ./ward of that one");
        }
    }

    private static void refuseANewer(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState().isResolved() || applied.getVersion() == null) {
                continue;
            }
            throw new DatabaseTrouble(
                    "the database is of a newer Ward: its schema has %s (%s), which this one does not know; start the newer Ward again, or restore a backup that was made before"
                            .formatted(applied.getVersion(), applied.getDescription()));
        }
    }

    /// Migrates to a version that this Ward knows, and no further.
    void migrateTo(String version) {
        configuration().target(version).load().migrate();
    }

    /// The versions that the database has, in their order; empty when it holds nothing of Ward.
    List<String> applied() {
        return infos(configuration().load().info().applied());
    }

    /// The versions that this Ward knows, in their order.
    List<String> known() {
        return infos(configuration().load().info().all());
    }

    /// The schemas of Ward's modules: the folders in which their migrations lie.
    List<String> schemas() {
        return Arrays.stream(configuration().load().info().all())
                .map(MigrationInfo::getScript)
                .filter(script -> script.contains("/"))
                .map(script -> script.substring(0, script.indexOf('/')))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> infos(MigrationInfo[] infos) {
        return Arrays.stream(infos)
                .flatMap(info -> Optional.ofNullable(info.getVersion()).stream())
                .map(Object::toString)
                .toList();
    }

    private FluentConfiguration configuration() {
        return Flyway.configure()
                .dataSource(
                        access.url(), access.owner().username(), access.owner().password())
                .locations("classpath:db/migration")
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .validateMigrationNaming(true);
    }
}

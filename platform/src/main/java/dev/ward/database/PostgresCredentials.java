package dev.ward.database;

import dev.ward.database.DatabaseAccess.Login;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Properties;

/// The passwords of an embedded server's roles, made by chance once and kept where only the owner can read.
record PostgresCredentials(String superuser, Login owner, Login app) {

    static final String SUPERUSER = "postgres";

    private static final int PASSWORD_BYTES = 24;

    static PostgresCredentials of(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new PostgresCredentials(
                value(properties, SUPERUSER, file),
                new Login(Roles.OWNER, value(properties, Roles.OWNER, file)),
                new Login(Roles.APP, value(properties, Roles.APP, file)));
    }

    /// Connects as the superuser, to the database that every server has.
    Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres?connectTimeout=2".formatted(port), SUPERUSER, superuser);
    }

    DatabaseAccess access(int port, String database) {
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), owner, app, "");
    }

    private static String value(Properties properties, String name, Path file) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new DatabaseTrouble("\"%s\" has no \"%s\"".formatted(file, name));
        }
        return value;
    }

    private static void write(Path file) throws IOException {
        Path partial = Files.createTempFile(
                file.getParent(),
                ".credentials",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Properties properties = new Properties();
        properties.setProperty(SUPERUSER, password());
        properties.setProperty(Roles.OWNER, password());
        properties.setProperty(Roles.APP, password());
        try (Writer writer = Files.newBufferedWriter(partial)) {
            properties.store(writer, "Passwords of Ward's own PostgreSQL");
        }
        Files.move(partial, file);
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

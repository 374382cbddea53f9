package dev.ward.database;

import dev.ward.database.DatabaseAccess.Login;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The passwords of an embedded server's roles, made by chance once and kept where only the owner can read.
record PostgresCredentials(String superuser, Login owner, Login app) {

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
                value(properties, "postgres", file),
                new Login(Roles.OWNER, value(properties, Roles.OWNER, file)),
                new Login(Roles.APP, value(properties, Roles.APP, file)));
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
        properties.setProperty("postgres", password());
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

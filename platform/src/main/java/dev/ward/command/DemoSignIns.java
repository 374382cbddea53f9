package dev.ward.command;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// The passwords of the demo's people: made by chance, kept in the data folder so that each start can print them.
final class DemoSignIns {

    private static final int PASSWORD_BYTES = 12;

    private DemoSignIns() {}

    /// @return password by role, in the order of the roles
    static Map<String, String> of(Path file, List<String> roles) throws IOException {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
        }
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String role : roles) {
            passwords.put(role, kept.getProperty(role, password()));
        }
        if (!kept.stringPropertyNames().containsAll(roles)) {
            write(file, passwords);
        }
        return passwords;
    }

    private static void write(Path file, Map<String, String> passwords) throws IOException {
        Path partial = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".sign-ins",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Properties properties = new Properties();
        properties.putAll(passwords);
        try (Writer writer = Files.newBufferedWriter(partial)) {
            properties.store(writer, "Passwords of the demo's people");
        }
        Files.move(partial, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

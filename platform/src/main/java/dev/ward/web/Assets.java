package dev.ward.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The files of our own that a page loads, under an address that changes with their content, so that a browser may
/// keep them for ever.
public final class Assets {

    static final String FOLDER = "ward-assets/";

    private static final List<String> FILES = List.of("ward.css", "ward.js", "theme.js", "passkey.js", "icon.svg");
    private static final String VERSION = version();

    private Assets() {}

    static String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
                    if (in == null) {
                        throw new IllegalStateException("no file \"%s\" among the resources".formatted(file));
                    }
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String prefix() {
        return "/assets/" + VERSION + "/";
    }

    static String address(String name) {
        if (!FILES.contains(name)) {
            throw new IllegalArgumentException("no asset \"%s\"".formatted(name));
        }
        return prefix() + name;
    }
}

package dev.ward.cli.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the server is, and the token that it is asked with. A token is never an argument: those are read by every
/// user of a machine.
final class ServerAccess {

    static final String SERVER = "WARD_SERVER";
    static final String TOKEN = "WARD_TOKEN";
    private static final String USUAL = "http://127.0.0.1:8080";

    private final Map<String, String> environment;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Ward's address (default: $WARD_SERVER, or " + USUAL + ")")
    private @Nullable URI server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "the file that holds the API token (default: the token in $WARD_TOKEN)")
    private @Nullable Path tokenFile;

    ServerAccess(Map<String, String> environment) {
        this.environment = environment;
    }

    /// @throws IllegalArgumentException  no address, or one over which a token must not go
    /// @throws IOException  the token's file cannot be read
    WardServer open() throws IOException {
        return new WardServer(address(), token());
    }

    private URI address() throws IOException {
        URI address = server == null ? URI.create(environment.getOrDefault(SERVER, USUAL)) : server;
        String host = address.getHost();
        boolean plain = "http".equals(address.getScheme());
        if (host == null || !(plain || "https".equals(address.getScheme()))) {
            throw new IllegalArgumentException(
                    "\"%s\" is no address of a server, such as %s".formatted(address, USUAL));
        }
        if (plain && !InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IllegalArgumentException("the token would travel readable for everybody: use https://" + host);
        }
        return address;
    }

    private String token() throws IOException {
        String token = tokenFile == null
                ? environment.getOrDefault(TOKEN, "").strip()
                : Files.readString(tokenFile).strip();
        if (!token.matches("ward_[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException(
                    "no API token: set %s, or name a file with --token-file; \"./ward token create\" makes one"
                            .formatted(TOKEN));
        }
        return token;
    }
}

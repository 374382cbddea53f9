package dev.ward.cli.server;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// A release, by its id, or by its product's name and its version.
final class ReleaseChoice {

    @Option(
            names = "--release",
            paramLabel = "ID|VERSION",
            required = true,
            description = "the release: its id, or with --product its version")
    private String release = "";

    @Option(names = "--product", paramLabel = "NAME", description = "the product's whole name")
    private @Nullable String product;

    @Option(names = "--create", description = "create product and release where there are none")
    private boolean create;

    /// @return the release's id
    String find(WardServer server) throws IOException {
        String name = product;
        if (name == null) {
            return id();
        }
        String owner = need(server, "/api/v1/products", "?q=" + WardServer.parameter(name), "name", name);
        return need(server, "/api/v1/products/" + owner + "/releases", "", "version", release);
    }

    private String id() {
        try {
            return UUID.fromString(release).toString();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no id of a release; to name it by its version, add --product".formatted(release), e);
        }
    }

    /// The id of the one that has a value in a member, or of the one that is made of it.
    private String need(WardServer server, String path, String query, String member, String value) throws IOException {
        Optional<JsonNode> there = server.list(path + query).stream()
                .filter(one -> one.path(member).asString("").equalsIgnoreCase(value))
                .findFirst();
        if (there.isEmpty() && !create) {
            throw new ServerProblem("there is nothing with the %s \"%s\"; --create makes it".formatted(member, value));
        }
        JsonNode one = there.isPresent() ? there.get() : server.post(path, Map.of(member, value));
        return one.path("id").asString("");
    }
}

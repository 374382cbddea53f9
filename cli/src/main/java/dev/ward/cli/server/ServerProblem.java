package dev.ward.cli.server;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/// A server that says no, or says nothing.
final class ServerProblem extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    ServerProblem(String forPeople) {
        super(forPeople);
    }

    /// @param body  RFC 9457, when it is Ward that answers
    static ServerProblem of(int status, JsonNode body) {
        String told = body.path("detail").asString(body.path("title").asString(""));
        StringBuilder said = new StringBuilder(told.isBlank() ? "the server answers " + status : told);
        for (JsonNode fault : body.path("errors")) {
            said.append("; %s: %s"
                    .formatted(
                            fault.path("where").asString(""), fault.path("what").asString("")));
        }
        if (status == UNAUTHENTICATED) {
            said.append("; the token is unknown, revoked or out of date");
        } else if (status == FORBIDDEN) {
            said.append("; the token's role or scopes do not allow this");
        }
        return new ServerProblem(said.toString());
    }
}

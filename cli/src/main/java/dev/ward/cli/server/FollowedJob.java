package dev.ward.cli.server;

import dev.ward.cli.terminal.Terminal;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/// A job of the server, followed to its end.
final class FollowedJob {

    private static final long PAUSE_MILLISECONDS = 150;

    private FollowedJob() {}

    /// Tells each of its steps.
    ///
    /// @param accepted  the job as the server answered with it
    /// @return what came of it
    /// @throws ServerProblem  it failed
    static JsonNode result(Terminal terminal, WardServer server, JsonNode accepted) throws IOException {
        JsonNode job = accepted;
        String told = "";
        while (!is(job, "completed") && !is(job, "failed")) {
            String step = job.path("step").asString("");
            if (!step.isEmpty() && !step.equals(told)) {
                terminal.tell(step);
                told = step;
            }
            pause();
            job = server.get("/api/v1/jobs/" + job.path("id").asString(""));
        }
        if (is(job, "failed")) {
            throw new ServerProblem(job.path("problem").asString("the job failed"));
        }
        return job.path("result");
    }

    private static boolean is(JsonNode job, String status) {
        return job.path("status").asString("").equals(status);
    }

    private static void pause() throws ServerProblem {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerProblem("interrupted; the server goes on with what it has");
        }
    }
}

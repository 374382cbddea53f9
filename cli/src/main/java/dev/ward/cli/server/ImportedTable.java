package dev.ward.cli.server;

import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A table that is sent to a server, and what came of it.
///
/// @param at      where the server takes such tables, behind `/api/v1` and as a page: `/devices/imports`
/// @param counts  of the job's result, that are told
record ImportedTable(Terminal terminal, String at, List<String> counts) {

    /// As many as a person reads in a mail; all are in the file of refused rows.
    private static final int REFUSALS_TOLD = 20;

    /// Sends a file, waits until it was worked on, and tells what came of it.
    ///
    /// @param choices  behind the address: `&asOf=…`
    /// @param refused  where to write the refused rows; null for nowhere
    /// @return the exit code
    int send(WardServer server, Path file, boolean dryRun, String choices, @Nullable Path refused) throws IOException {
        String address = "/api/v1%s?dryRun=%s&name=%s%s"
                .formatted(at, dryRun, WardServer.parameter(String.valueOf(file.getFileName())), choices);
        return told(server, FollowedJob.result(terminal, server, server.post(address, file)), refused);
    }

    /// @throws NoSuchFileException  when it is not there
    static void require(Path file) throws NoSuchFileException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
    }

    /// `applied 1204 rows: 1200 new, 4 refused`; what is none is left out.
    private int told(WardServer server, JsonNode result, @Nullable Path refused) throws IOException {
        String here = at + "/" + result.path("import").asString("");
        List<String> figures = new ArrayList<>();
        for (String count : counts) {
            String number = result.path(count).asString("0");
            if (!number.equals("0")) {
                figures.add(number + " " + count);
            }
        }
        terminal.out()
                .println("%s %s rows%s"
                        .formatted(
                                result.path("outcome").asString(""),
                                result.path("read").asString("0"),
                                figures.isEmpty() ? "" : ": " + String.join(", ", figures)));
        terminal.out().println(server.at(here));
        if (refused != null) {
            server.download("/api/v1" + here + "/refused.csv", refused);
        }
        if (result.path("refused").asString("0").equals("0")) {
            return ExitCode.FINE;
        }
        tellRefusals(server, here);
        return ExitCode.FOUND;
    }

    private void tellRefusals(WardServer server, String here) throws IOException {
        JsonNode notes = server.get("/api/v1" + here + "/notes?limit=" + REFUSALS_TOLD);
        for (JsonNode note : notes.path("items")) {
            String column = note.path("column").asString("");
            terminal.tell("line %d%s: %s"
                    .formatted(
                            note.path("line").asLong(0),
                            column.isEmpty() ? "" : ", " + column,
                            note.path("reason").asString("")));
        }
        if (notes.path("next").isString()) {
            terminal.tell("and more; --refused FILE writes them all");
        }
    }
}

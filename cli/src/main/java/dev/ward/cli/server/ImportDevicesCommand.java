package dev.ward.cli.server;

import dev.ward.cli.terminal.ExitCode;
import dev.ward.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `ward devices import`: what runs at night with the list of an ERP or service system.
@Command(
        name = "import",
        description = "Import devices from a file, wait until it is applied, and tell what came of it.")
final class ImportDevicesCommand implements Callable<Integer> {

    /// As many as a person reads in a mail; all are in the file of refused rows.
    private static final int REFUSALS_TOLD = 20;

    private static final List<String> COUNTS =
            List.of("new", "changed", "unchanged", "older", "refused", "warnings", "shipments");

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "CSV or an Excel workbook (.xlsx); recognised by content")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "a saved mapping of columns (default: what the headings tell)")
    private @Nullable String mapping;

    @Option(names = "--dry-run", description = "tell what would change, and change nothing")
    private boolean dryRun;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "when what the file says was so, such as 2026-11-29T08:00:00Z (default: now)")
    private @Nullable Instant asOf;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "where to write the refused rows as CSV, each with its reasons")
    private @Nullable Path refused;

    @Mixin
    private final ServerAccess access;

    ImportDevicesCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.access = new ServerAccess(environment);
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (WardServer server = access.open()) {
            return told(server, FollowedJob.result(terminal, server, server.post(address(), file)));
        } catch (IllegalArgumentException e) {
            terminal.tell("ward devices import: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private String address() {
        StringBuilder address = new StringBuilder("/api/v1/devices/imports?dryRun=" + dryRun);
        address.append("&name=").append(WardServer.parameter(String.valueOf(file.getFileName())));
        if (mapping != null) {
            address.append("&mapping=").append(WardServer.parameter(mapping));
        }
        if (asOf != null) {
            address.append("&asOf=").append(WardServer.parameter(asOf.toString()));
        }
        return address.toString();
    }

    /// `applied 1204 rows: 1200 new, 4 refused`; what is none is left out.
    private int told(WardServer server, JsonNode result) throws IOException {
        String id = result.path("import").asString("");
        List<String> counts = new ArrayList<>();
        for (String count : COUNTS) {
            String number = result.path(count).asString("0");
            if (!number.equals("0")) {
                counts.add(number + " " + count);
            }
        }
        terminal.out()
                .println("%s %s rows%s"
                        .formatted(
                                result.path("outcome").asString(""),
                                result.path("read").asString("0"),
                                counts.isEmpty() ? "" : ": " + String.join(", ", counts)));
        terminal.out().println(server.at("/devices/imports/" + id));
        if (refused != null) {
            server.download("/api/v1/devices/imports/" + id + "/refused.csv", refused);
        }
        if (result.path("refused").asString("0").equals("0")) {
            return ExitCode.FINE;
        }
        tellRefusals(server, id);
        return ExitCode.FOUND;
    }

    private void tellRefusals(WardServer server, String id) throws IOException {
        JsonNode notes = server.get("/api/v1/devices/imports/" + id + "/notes?limit=" + REFUSALS_TOLD);
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

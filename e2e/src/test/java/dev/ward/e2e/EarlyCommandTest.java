package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on a folder in which no Ward has worked, and beside a server that has only just started there.
class EarlyCommandTest {

    private static final int REFUSED = 3;

    private final Path data;

    EarlyCommandTest(@TempDir Path folder) {
        this.data = folder.resolve("data");
    }

    private CliRun run(String... command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", data.toString()));
        return CliRun.ofPlatform(arguments.toArray(String[]::new));
    }

    private CliRun token() throws IOException {
        return run("token", "create", "--role", "auditor", "--name", "early");
    }

    private static void assertRefusedInOneLine(CliRun run) {
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().toList()).singleElement().asString().startsWith("ward: ");
        assertThat(run.code()).isEqualTo(REFUSED);
    }

    @Test
    void makeNothingWhereNoWardHasWorked() throws IOException {
        List<CliRun> runs = List.of(
                token(),
                run("link", "somebody@maker.example"),
                run("import", "kev", "."),
                run("audit", "verify"),
                run("backup", data.resolveSibling("ward.zip").toString()));

        assertThat(runs).allSatisfy(run -> {
            assertRefusedInOneLine(run);
            assertThat(run.err()).contains("there is no database of Ward in \"%s\"".formatted(data), "--data");
        });
        assertThat(data).doesNotExist();
    }

    @Test
    void sayThatItIsTooEarlyUntilTheFirstStartIsThrough() throws Exception {
        List<CliRun> early = new ArrayList<>();
        try (ServeProcess serve = ServeProcess.begin(data, DemoProcess.freePort(), Map.of())) {
            CliRun run = token();
            for (; run.code() != 0; run = token()) {
                early.add(run);
            }
            assertThat(run.out().strip()).startsWith("ward_");
            serve.awaitServing();
        }

        assertThat(early).isNotEmpty().allSatisfy(run -> {
            assertRefusedInOneLine(run);
            assertThat(run.err()).contains("try again when it serves");
        });
    }
}

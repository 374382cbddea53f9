package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator mistypes is told in one line, and not by where in the code it was noticed.
class MistakeTest {

    private static final int REFUSED = 3;

    private final Path folder;

    MistakeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WARD_PUBLIC_URL       | ward.example  | WARD_PUBLIC_URL is "ward.example"; write scheme, host and port
            WARD_TRUSTED_PROXIES  | the proxy     | WARD_TRUSTED_PROXIES is "the proxy"; write addresses or networks
            WARD_SECURITY_CONTACT | psirt@example | WARD_SECURITY_CONTACT is "psirt@example"; write an address
            WARD_IMPORT_MOST      | lots          | a setting is "lots", which cannot be read
            WARD_DATABASE_URL     | db.example    | WARD_DATABASE_URL must begin with
            """)
    void ofASetting(String name, String value, String words) throws IOException {
        CliRun run = CliRun.ofPlatform(
                Map.of(name, value),
                List.of("serve", "--data", folder.toString(), "--port", Integer.toString(DemoProcess.freePort())));

        assertThat(run.err().lines().filter(line -> line.startsWith("ward: ")).toList())
                .singleElement()
                .asString()
                .startsWith("ward: " + words);
        assertThat(run.err()).doesNotContain("\tat ", "Exception");
        assertThat(run.code()).isEqualTo(REFUSED);
    }

    @Test
    void ofAFileOrFolder() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path absent = folder.resolve("absent");
        Map<String, CliRun> runs = Map.of(
                "there is no file in \"%s\"".formatted(empty),
                CliRun.ofPlatform("import", "kev", empty.toString(), "--data", absent.toString()),
                "there is no source \"kevin\"; known are",
                CliRun.ofPlatform("import", "kevin", empty.toString(), "--data", absent.toString()),
                "there is no folder \"%s\" in which this user may write".formatted(absent),
                CliRun.ofPlatform("backup", absent.resolve("ward.zip").toString(), "--data", absent.toString()));

        runs.forEach((words, run) -> {
            assertThat(run.err().lines().toList()).singleElement().asString().startsWith("ward: " + words);
            assertThat(run.code()).isEqualTo(REFUSED);
        });
        assertThat(absent).doesNotExist();
    }
}

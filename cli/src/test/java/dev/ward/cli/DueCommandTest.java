package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DueCommandTest {

    private static final String FACTS = """
            {"zone": "America/New_York", "markets": ["US"], "deviceClass": "II", "productKind": "device",
             "determination": "uncontrolled", "awareness": [{"regime": "FDA", "at": "2026-01-05"}]}
            """;

    @TempDir
    Path folder;

    private String facts(String content) throws IOException {
        return Files.writeString(folder.resolve("facts.json"), content).toString();
    }

    @Test
    void saysTheLastDayAndHowItWasFound() throws IOException {
        CommandRun run = CommandRun.of(folder, "due", facts(FACTS), "--at", "2026-01-10T12:00:00Z");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("FDA-CUST-30", "2026-02-04", "the day of the start, Mon 2026-01-05, does not count");
    }

    @Test
    void answersInJson() throws IOException {
        CommandRun run = CommandRun.of(folder, "due", facts(FACTS), "--at", "2026-02-05T12:00:00Z", "--format", "json");
        JsonNode answer = new JsonMapper().readTree(run.out());

        assertThat(run.code()).isZero();
        assertThat(answer.at("/clocks/0/due").asString()).isEqualTo("2026-02-04");
        assertThat(answer.at("/clocks/0/state").asString()).isEqualTo("overdue");
    }

    @Test
    void refusesAnInstantThatIsNoneOrLiesFarAway() throws IOException {
        String facts = facts(FACTS);
        assertThat(CommandRun.of(folder, "due", facts, "--at", "yesterday").err())
                .contains("is no instant");
        CommandRun far = CommandRun.of(folder, "due", facts, "--at", "+12026-01-05T00:00:00Z");
        assertThat(far.code()).isEqualTo(2);
        assertThat(far.err()).contains("no year from 1900 to 9999");
    }

    @Test
    void refusesFactsThatAreTooLargeMissingOrUnknown() throws IOException {
        CommandRun large = CommandRun.of(folder, "due", facts(" ".repeat((16 << 20) + 1)));
        assertThat(large.code()).isEqualTo(3);
        assertThat(large.err()).contains("larger than 16 MiB");
        assertThat(CommandRun.of(folder, "due", folder.resolve("none.json").toString())
                        .err())
                .contains("there is no file");
        assertThat(CommandRun.of(folder, "due", facts("{\"zone\": \"UTC\", \"colour\": \"red\"}"))
                        .err())
                .contains("colour");
    }
}

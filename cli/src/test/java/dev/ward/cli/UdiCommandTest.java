package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UdiCommandTest {

    private static final String GS1 = "(01)51022222233336(11)141231(17)150700(10)A213B1(21)1234";

    @TempDir
    Path folder;

    @Test
    void printsWhatAUdiSays() {
        CommandRun run = CommandRun.of(folder, "udi", "parse", GS1);

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        GS1,
                        "  agency        GS1",
                        "  DI            51022222233336",
                        "  lot           A213B1",
                        "  serial        1234",
                        "  manufactured  2014-12-31",
                        "  expires       2015-07 (until 2015-07-31)",
                        "  reads         " + GS1);
    }

    @Test
    void marksTheCharacterThatIsWrong() {
        CommandRun run = CommandRun.of(folder, "udi", "parse", "(01)51022222233337", "(10)L7");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines())
                .containsSubsequence(
                        "(01)51022222233337",
                        "                 ^",
                        "  position      17, counted from 0",
                        "(10)L7",
                        "  DI            none: this is not the whole UDI");
        assertThat(run.out()).contains("The check digit of \"51022222233337\" is \"7\" and ought to be \"6\"");
    }

    @Test
    void answersInJsonInTheOrderOfTheArguments() {
        CommandRun run = CommandRun.of(
                folder, "udi", "parse", "=/A9999XYZ100T0944=>026032", "1.23E+13", GS1, "--format", "json");
        JsonNode answers = new JsonMapper().readTree(run.out());

        assertThat(run.code()).isEqualTo(1);
        assertThat(answers).hasSize(3);
        assertThat(answers.at("/0/agency").asString()).isEqualTo("ICCBBA");
        assertThat(answers.at("/0/di").asString()).isEqualTo("A9999XYZ100T0944");
        assertThat(answers.at("/0/pi/expiry").asString()).isEqualTo("2026-02-01");
        assertThat(answers.at("/0/pi/lot").isNull()).isTrue();
        assertThat(answers.at("/1/error/message").asString()).contains("a spreadsheet has rounded");
        assertThat(answers.at("/1/error/position").asInt()).isZero();
        assertThat(answers.at("/1/agency").isMissingNode()).isTrue();
        assertThat(answers.at("/2/pi/serial").asString()).isEqualTo("1234");
        assertThat(answers.at("/2/pi/expiry").asString()).isEqualTo("2015-07-31");
        assertThat(answers.at("/2/pi/expiryPrecision").asString()).isEqualTo("month");
        assertThat(answers.at("/2/pi/manufactured").asString()).isEqualTo("2014-12-31");
    }

    @Test
    void answersWithAnArrayForOneTextToo() {
        CommandRun run = CommandRun.of(folder, "udi", "parse", "--format", "json", "+A123BJC5D6E71G");
        JsonNode answers = new JsonMapper().readTree(run.out());

        assertThat(run.code()).isZero();
        assertThat(answers.isArray()).isTrue();
        assertThat(answers.at("/0/agency").asString()).isEqualTo("HIBCC");
        assertThat(answers.at("/0/elementString").asString()).isEqualTo("+A123BJC5D6E71G");
    }

    @Test
    void forgivesOnlyWhenAsked() {
        String text = "(01) 841542103688";
        CommandRun run = CommandRun.of(folder, "udi", "parse", "--lenient", text);

        assertThat(CommandRun.of(folder, "udi", "parse", text).code()).isEqualTo(1);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("  DI            00841542103688").contains("lacks its leading zeros");
    }

    @Test
    void needsAText() {
        assertThat(CommandRun.of(folder, "udi", "parse").code()).isEqualTo(2);
    }

    @Test
    void showsNoControlCharacterOfATextOnTheTerminal() {
        assertThat(CommandRun.of(folder, "udi", "parse", "\u001b[31m(01)").out())
                .doesNotContain("\u001b");
    }
}

package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallCommandsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "pypi, 1.0rc1, 1.0, <",
        "maven, 1.0.0, 1, =",
        "deb, 1:1.0, 2.0, >",
        "npm, banana, 1.0.0, ?",
        "martian, 1, 2, ?"
    })
    void comparesVersions(String ecosystem, String left, String right, String sign) {
        CommandRun run = CommandRun.of(folder, "version", "compare", ecosystem, left, right);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(sign + System.lineSeparator());
    }

    @Test
    void saysWhichOrdersItKnows() {
        assertThat(CommandRun.of(folder, "version", "compare", "martian", "1", "2")
                        .err())
                .contains("no order is known for \"martian\"")
                .contains("pypi");
    }

    @Test
    void printsTheScoresOfAVectorByKind() {
        CommandRun run = CommandRun.of(folder, "cvss", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U");

        assertThat(run.out().lines())
                .containsExactly("base            9.8", "temporal        9.0", "overall         9.0  critical");
    }

    @Test
    void namesWhatACvss4ScoreIsMadeOf() {
        assertThat(CommandRun.of(folder, "cvss", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N")
                        .out())
                .contains("9.3  critical (CVSS-B)");
    }

    @Test
    void saysWhatIsWrongWithAVector() {
        CommandRun run = CommandRun.of(folder, "cvss", "CVSS:3.1/AV:N/AC:Q");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("\"Q\"");
    }
}

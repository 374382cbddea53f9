package dev.ward;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the log says is told by its own configuration, with names that want to be taken for more.
@ResourceLock(Resources.SYSTEM_ERR)
class LogFormatTest {

    private static final String FORGED = "2026-11-23T00:00:00.000Z  INFO 1 --- [ward] all is well";
    private static final List<String> BREAKS = List.of(
            "\r", "\n", "\r\n", "\u001b[31m", "\u0085", "\u2028", "\u2029", "\u202e", "\u009b31m", "\u200b", "\0");

    private static String logged(String format, Exception thrown) throws JoranException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        context.putProperty("CONSOLE_LOG_STRUCTURED_FORMAT", format);
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(Objects.requireNonNull(LogFormatTest.class.getResource("/logback.xml")));
            context.getLogger("dev.ward.test")
                    .atError()
                    .addKeyValue("problem", "ABCD2345")
                    .setCause(thrown)
                    .log("{} is at the door", thrown.getMessage());
        } finally {
            context.stop();
            System.setErr(err);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Exception hostile(String broken) {
        Exception thrown = new IllegalStateException("a" + broken + FORGED, new IllegalArgumentException("b" + broken));
        thrown.addSuppressed(new IllegalStateException("c" + broken + FORGED));
        return thrown;
    }

    @Test
    void nobodyForgesALineOrAColourOfTheText() throws JoranException {
        for (String broken : BREAKS) {
            String text = logged("", hostile(broken));

            assertThat(text).as("%x", (int) broken.charAt(0)).contains("is at the door", "LogFormatTest.hostile");
            assertThat(text.lines()).noneMatch(line -> line.startsWith("2026-11-23T00:00:00.000Z"));
            assertThat(text.replace(System.lineSeparator(), "")).doesNotContain(broken);
        }
    }

    @Test
    void theTextSaysWhatWasWrittenThere() throws JoranException {
        assertThat(logged("", new IllegalStateException("pümpe\u2028→ 泵\t\ud83d\ude80\r\n")))
                .contains("pümpe\\u2028→ 泵\t\ud83d\ude80\\r\\n is at the door");
    }

    @Test
    void anOperatorHasTheLogAsJsonOneObjectALine() throws JoranException {
        for (String format : List.of("ecs", "logstash", "gelf")) {
            for (String broken : BREAKS) {
                List<String> lines = logged(format, hostile(broken)).lines().toList();

                assertThat(lines).as(format).hasSize(1);
                JsonNode event = JsonMapper.shared().readTree(lines.getFirst());
                assertThat(event.toString()).contains("is at the door", "ABCD2345", "LogFormatTest.hostile");
            }
        }
    }
}

package dev.ward.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckedOutputTest {

    /// Standard output that fails with a message of the system.
    private static CheckedOutput failing(String message) {
        CheckedOutput checked = new CheckedOutput(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(message);
            }
        });
        try (PrintStream out = new PrintStream(checked, false, StandardCharsets.UTF_8)) {
            out.println("line");
            out.println("line");
        }
        return checked;
    }

    @Test
    void remembersWhyNotAllWasWritten() {
        assertThat(failing("No space left on device").failure()).contains("No space left on device");
    }

    @Test
    void isContentWhenTheReaderWantsNoMore() {
        assertThat(failing("Broken pipe").failure()).isEmpty();
        assertThat(failing("The pipe is being closed").failure()).isEmpty();
    }

    @Test
    void writesWhatItIsGiven() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (CheckedOutput checked = new CheckedOutput(written)) {
            checked.write("ab".getBytes(StandardCharsets.UTF_8));
            checked.write('c');
            assertThat(checked.failure()).isEmpty();
        }

        assertThat(written).hasToString("abc");
    }
}

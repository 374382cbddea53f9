package dev.ward.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class TroubleTest {

    @Test
    void saysWhatIsWrongWithWhichFile() {
        assertThat(Trouble.withFile(new NoSuchFileException("a.json"))).isEqualTo("there is no \"a.json\"");
        assertThat(Trouble.withFile(new AccessDeniedException("a.json"))).isEqualTo("\"a.json\": permission denied");
        assertThat(Trouble.withFile(new FileSystemException("a", null, "Not a directory")))
                .isEqualTo("\"a\": Not a directory");
        assertThat(Trouble.withFile(new IOException("Is a directory"))).isEqualTo("Is a directory");
    }

    @Test
    void alwaysSaysSomething() {
        assertThat(Trouble.reason(new EOFException())).isEqualTo("EOFException");
        assertThat(Trouble.reason(new NoSuchFileException("a"))).isEqualTo("it is not there");
    }
}

package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way back in for somebody who forgot their password, made on the command line beside a running server.
class LinkTest {

    private final Path folder;

    LinkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void leadsToTheChoiceOfANewPassword() throws IOException {
        try (DemoProcess demo = DemoProcess.startFilled(folder)) {
            String link = DemoProcess.command("link", "administrator@demo.example", "--data", folder.toString())
                    .strip();

            assertThat(link).startsWith("/invitation?code=");
            assertThat(WebSession.signIn(demo, "auditor").get(link).body())
                    .contains("administrator@demo.example", "Keep this password");
            assertThatThrownBy(() -> DemoProcess.command("link", "nobody@demo.example", "--data", folder.toString()))
                    .hasMessageContaining("failed");
        }
    }
}

package dev.ward.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The browser of Debian; installed when it is missing and the tests run as root.
final class Chromium {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    private Chromium() {}

    /// The program, or empty where there is none and it cannot be installed.
    static Optional<Path> find() {
        Optional<Path> present = present();
        if (present.isEmpty() && "root".equals(System.getProperty("user.name"))) {
            System.err.println("browser tests: installing Debian's chromium");
            install();
            return present();
        }
        return present;
    }

    private static Optional<Path> present() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    private static void install() {
        try {
            for (List<String> command : List.of(
                    List.of("apt-get", "-qq", "update"),
                    List.of("apt-get", "-qq", "-y", "install", "--no-install-recommends", "chromium"))) {
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor();
            }
        } catch (IOException e) {
            System.err.println("browser tests: chromium cannot be installed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

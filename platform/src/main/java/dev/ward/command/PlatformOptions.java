package dev.ward.command;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the platform keeps its data.
final class PlatformOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Ward's data folder, with its database (default: ~/.local/share/ward)")
    private @Nullable Path data;

    /// @param name  of the folder below the user's data, when none is given
    Path data(String name) {
        if (data != null) {
            return data;
        }
        Map<String, String> environment = System.getenv();
        String set = environment.get("XDG_DATA_HOME");
        Path parent = set == null || set.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(set);
        return parent.resolve(name);
    }
}

package dev.ward.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One run of a command of the built `./ward`, to its end.
record CliRun(int code, String out, String err) {

    /// Of a command that needs no database.
    static CliRun of(List<String> arguments) throws IOException {
        return of(Map.of(), arguments);
    }

    /// @param environment  further variables of the environment
    static CliRun of(Map<String, String> environment, List<String> arguments) throws IOException {
        return of(jar(), environment, arguments);
    }

    /// Of a command of the platform.
    static CliRun ofPlatform(String... arguments) throws IOException {
        return ofPlatform(Map.of(), List.of(arguments));
    }

    /// @param environment  further variables of the environment
    static CliRun ofPlatform(Map<String, String> environment, List<String> arguments) throws IOException {
        return of(DemoProcess.jar(), environment, arguments);
    }

    private static CliRun of(String jar, Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar));
        command.addAll(arguments);
        File out = Files.createTempFile("ward-cli-", ".out").toFile();
        File err = Files.createTempFile("ward-cli-", ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        awaitEnd(process, command);
        return new CliRun(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    /// A server that starts where it should have refused to would go on for ever.
    private static void awaitEnd(Process process, List<String> command) {
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroy();
                throw new AssertionError("did not end: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String jar() {
        return Path.of(System.getProperty("ward.root", ".."))
                .resolve("cli/target/ward/ward.jar")
                .toString();
    }
}

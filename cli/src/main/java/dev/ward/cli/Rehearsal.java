package dev.ward.cli;

import dev.ward.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs the commands once on small inputs, so that the JVM can keep what it loads for later starts.
final class Rehearsal {

    private static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "bom-ref": "a", "name": "a", "version": "1.0", "purl": "pkg:pypi/a@1.0"},
              {"type": "library", "bom-ref": "b", "name": "b", "version": "1.0",
               "cpe": "cpe:2.3:a:b:b:1.0:*:*:*:*:*:*:*"}]}
            """;

    private static final String OSV = """
            {"id": "OSV-2000-1", "modified": "2000-01-01T00:00:00Z", "affected": [{
              "package": {"ecosystem": "PyPI", "name": "a"},
              "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}]}]}
            """;

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("ward-rehearsal");
        Path sbom = Files.writeString(folder.resolve("sbom.json"), SBOM);
        Path osv = Files.writeString(folder.resolve("osv.json"), OSV);
        Path index = folder.resolve("ward.index");
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.toString());
        Terminal terminal = Terminal.of(silence, silence, environment);
        WardCommand.run(terminal, environment, "index", osv.toString(), "--out", index.toString());
        for (String format : List.of("table", "json", "csv", "sarif")) {
            WardCommand.run(
                    terminal, environment, "scan", sbom.toString(), "--vulns", index.toString(), "--format", format);
        }
        WardCommand.run(terminal, environment, "version", "compare", "maven", "1.0", "1.1");
        for (Path file : List.of(sbom, osv, index, folder)) {
            Files.deleteIfExists(file);
        }
    }
}

package dev.ward.standards.version;

import dev.ward.house.RealFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Versions that stand in real SBOMs and advisories.
final class RealVersions {

    private RealVersions() {}

    /// Versions of the purls of a type in every SBOM of the data.
    static Set<String> inSboms(String purlType) {
        Pattern purl = Pattern.compile("pkg:" + purlType + "/[^@\"\\s<]+@([^\"?#\\s<\\]]+)");
        Set<String> versions = new TreeSet<>();
        for (String folder : List.of("bench-portfolio/boms", "sboms")) {
            try (Stream<Path> files = Files.list(RealFiles.need(folder))) {
                for (Path file : files.toList()) {
                    eachLine(file, line -> {
                        Matcher matcher = purl.matcher(line);
                        while (matcher.find()) {
                            versions.add(decoded(matcher.group(1)));
                        }
                    });
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return versions;
    }

    /// Versions and range bounds of every record of an OSV file.
    static Set<String> inOsv(String file) {
        JsonMapper mapper = JsonMapper.shared();
        Set<String> versions = new TreeSet<>();
        eachLine(RealFiles.need(file), line -> {
            for (JsonNode affected : mapper.readTree(line).path("affected")) {
                affected.path("versions").forEach(version -> versions.add(version.asString()));
                for (JsonNode range : affected.path("ranges")) {
                    if (!range.path("type").asString("").equals("GIT")) {
                        range.path("events").forEach(event -> event.forEach(bound -> versions.add(bound.asString())));
                    }
                }
            }
        });
        return versions;
    }

    /// Whatever begins with two dotted numbers in the RustSec advisories.
    static Set<String> inRustsec() {
        Pattern version = Pattern.compile("\\b\\d+\\.\\d+(?:\\.\\d+)?(?:-[0-9A-Za-z.-]*[0-9A-Za-z])?");
        Set<String> versions = new TreeSet<>();
        eachLine(RealFiles.need("osv/rustsec-advisories.tar.gz"), line -> {
            if (line.startsWith("patched") || line.startsWith("unaffected")) {
                Matcher matcher = version.matcher(line);
                while (matcher.find()) {
                    versions.add(matcher.group());
                }
            }
        });
        return versions;
    }

    private static void eachLine(Path file, Consumer<String> action) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(RealFiles.open(file), StandardCharsets.UTF_8))) {
            reader.lines().forEach(action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(String version) {
        return URLDecoder.decode(version.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

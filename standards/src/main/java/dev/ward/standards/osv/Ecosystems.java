package dev.ward.standards.osv;

import dev.ward.standards.input.TableResource;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.source.Purls;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ecosystems of the OSV format, and how their names become package URLs.
///
/// Source: OSV schema 1.7, `affected[].package`.
final class Ecosystems {

    /// A product for a release of the system: `openshift:4.12::el9`.
    private static final Pattern SYSTEM = Pattern.compile("::el(\\d+)$");
    private static final Pattern NUMBER = Pattern.compile("(?:^|:)v?(\\d[^:]*)");
    private static final Map<String, Ecosystem> BY_NAME = table();

    private Ecosystems() {}

    /// @param type       null when its packages have no package URL
    /// @param namespace  empty: none, or part of the name
    private record Ecosystem(@Nullable String type, String namespace, String naming, String suffix) {}

    /// What an ecosystem string with its suffix says of a package.
    ///
    /// @param purl     null when its packages have no package URL, or the name is none of the ecosystem
    /// @param release  null: not limited to a release
    record Named(
            boolean known, @Nullable Purl purl, @Nullable String release) {}

    /// @param ecosystem  with its suffix, `Debian:12`
    static Named named(String ecosystem, String name) {
        int colon = ecosystem.indexOf(':');
        String base = colon < 0 ? ecosystem : ecosystem.substring(0, colon);
        String suffix = colon < 0 ? "" : ecosystem.substring(colon + 1);
        Ecosystem known = BY_NAME.get(base);
        if (known == null) {
            return new Named(false, null, null);
        }
        if ("*".equals(known.type)) {
            return named(suffix, name);
        }
        return new Named(true, purl(known, name).orElse(null), release(known, suffix));
    }

    private static Optional<Purl> purl(Ecosystem ecosystem, String name) {
        if (ecosystem.type == null || name.isEmpty()) {
            return Optional.empty();
        }
        return switch (ecosystem.naming) {
            case "path" -> Purls.split(ecosystem.type, name, name.lastIndexOf('/'));
            case "colon" -> Purls.split(ecosystem.type, name, name.indexOf(':'));
            case "dot" -> Purls.split(ecosystem.type, name, name.indexOf('.'));
            case "url" -> {
                String path = name.replaceFirst("^[a-z+]+://", "").replaceFirst("(\\.git)?/?$", "");
                yield Purls.split(ecosystem.type, path, path.lastIndexOf('/'));
            }
            default -> Purls.of(ecosystem.type, ecosystem.namespace, name);
        };
    }

    private static @Nullable String release(Ecosystem ecosystem, String suffix) {
        if (suffix.isEmpty() || ecosystem.suffix.equals("none")) {
            return null;
        }
        Matcher system = SYSTEM.matcher(suffix);
        if (system.find()) {
            return system.group(1);
        }
        Matcher number = NUMBER.matcher(suffix);
        return ecosystem.suffix.equals("number") && number.find()
                ? number.group(1).toLowerCase(Locale.ROOT)
                : suffix;
    }

    private static Map<String, Ecosystem> table() {
        Map<String, Ecosystem> table = new HashMap<>();
        for (List<String> line : TableResource.cells(Ecosystems.class, "ecosystems.tsv", 5)) {
            String type = line.get(1).equals("-") ? null : line.get(1);
            String namespace = line.get(2).equals("-") ? "" : line.get(2);
            table.put(line.get(0), new Ecosystem(type, namespace, line.get(3), line.get(4)));
        }
        return Map.copyOf(table);
    }
}

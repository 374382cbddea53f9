package dev.ward.standards.cve;

import dev.ward.standards.input.TableResource;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.source.Purls;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The well-known collections of packages that CVE records name by their address, and their purl types.
///
/// Source: CVE Record Format 5.1, `affected[].collectionURL`, `packageName`.
final class PackageCollections {

    private static final Map<String, Collection> BY_URL = table();

    private PackageCollections() {}

    /// @param namespace  empty: none, or part of the name
    private record Collection(String type, String namespace, String naming) {}

    /// The package URL of a package of a collection; empty when the collection is not known or the name none of its.
    static Optional<Purl> purl(String collectionUrl, String packageName) {
        String url = collectionUrl
                .strip()
                .replaceFirst("^(?i)https?://(www\\.)?", "")
                .replaceFirst("/+$", "");
        int slash = url.indexOf('/');
        String host = (slash < 0 ? url : url.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "" : url.substring(slash);
        Collection collection = collection(host + path);
        String name = packageName.strip();
        if (collection == null || name.isEmpty()) {
            return Optional.empty();
        }
        return switch (collection.naming) {
            case "path" -> Purls.split(collection.type, name, name.lastIndexOf('/'));
            case "colon" ->
                name.indexOf(':') < 0 ? Optional.empty() : Purls.split(collection.type, name, name.indexOf(':'));
            case "repo" -> repository(collection.type, path, name);
            default -> Purls.of(collection.type, collection.namespace, name);
        };
    }

    private static @Nullable Collection collection(String url) {
        String prefix = url;
        while (true) {
            Collection found = BY_URL.get(prefix);
            int slash = prefix.lastIndexOf('/');
            if (found != null || slash < 0) {
                return found;
            }
            prefix = prefix.substring(0, slash);
        }
    }

    private static Optional<Purl> repository(String type, String path, String name) {
        String[] steps = path.split("/");
        if (steps.length > 2) {
            return Purls.of(type, steps[1], steps[2]);
        }
        if (name.indexOf('/') > 0) {
            return Purls.split(type, name, name.lastIndexOf('/'));
        }
        return steps.length == 2 ? Purls.of(type, steps[1], name) : Optional.empty();
    }

    private static Map<String, Collection> table() {
        Map<String, Collection> table = new HashMap<>();
        for (List<String> line : TableResource.cells(PackageCollections.class, "collections.tsv", 4)) {
            String namespace = line.get(2).equals("-") ? "" : line.get(2);
            table.put(line.get(0), new Collection(line.get(1), namespace, line.get(3)));
        }
        return Map.copyOf(table);
    }
}

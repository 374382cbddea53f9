package dev.ward.standards.cve;

import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.cpe.CpeValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Products that hold a package: records of distributions name a package and its versions, and by CPE names the
/// product that it comes with (`libvirt` in `redhat:enterprise_linux:9`). The versions are the package's.
///
/// Source: CVE Record Format 5.1, `affected[].packageName`, `cpes`.
final class ProductHolder {

    private static final Pattern DISTRIBUTION_RELEASE = Pattern.compile("^el(\\d+(\\.\\d+)?)");

    private ProductHolder() {}

    /// Tells whether the product is another thing than the package, by their names.
    static boolean isHolder(List<Cpe> cpes, String product, String packageName) {
        String inside = letters(packageName.substring(packageName.lastIndexOf('/') + 1));
        return !cpes.isEmpty()
                && !inside.isEmpty()
                && !isSame(inside, letters(product))
                && cpes.stream()
                        .noneMatch(cpe -> isSame(inside, letters(cpe.product().text())));
    }

    private static boolean isSame(String one, String other) {
        return !other.isEmpty() && (one.contains(other) || other.contains(one));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// The releases that the names stand for; an empty text stands for all.
    static Set<String> releases(List<Cpe> cpes) {
        Set<String> releases = new LinkedHashSet<>();
        for (Cpe cpe : cpes) {
            releases.add(release(cpe));
        }
        return releases.contains("") ? Set.of("") : releases;
    }

    private static String release(Cpe cpe) {
        for (CpeValue value : List.of(cpe.update(), cpe.edition())) {
            Matcher named = DISTRIBUTION_RELEASE.matcher(value.text());
            if (named.find()) {
                return String.valueOf(named.group(1));
            }
        }
        return cpe.version().text();
    }
}

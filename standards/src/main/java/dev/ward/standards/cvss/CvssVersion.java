package dev.ward.standards.cvss;

import dev.ward.standards.input.TableResource;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The versions of CVSS, how their vectors begin, and their metrics.
enum CvssVersion {
    V2_0("2.0", "", "ND", "metrics-2.0.txt"),
    V3_0("3.0", "CVSS:3.0/", "X", "metrics-3.txt"),
    V3_1("3.1", "CVSS:3.1/", "X", "metrics-3.txt"),
    V4_0("4.0", "CVSS:4.0/", "X", "metrics-4.0.txt");

    private final String label;
    private final String prefix;
    private final String undefined;

    @SuppressWarnings("ImmutableEnumChecker") // filled by the constructor, and never shown as a map
    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    CvssVersion(String label, String prefix, String undefined, String table) {
        this.label = label;
        this.prefix = prefix;
        this.undefined = undefined;
        for (List<String> words : TableResource.words(CvssVersion.class, table)) {
            Map<String, BigDecimal> values = new LinkedHashMap<>();
            for (String entry : words.subList(2, words.size())) {
                String[] pair = entry.split("=");
                values.put(pair[0], pair.length == 1 ? BigDecimal.ZERO : new BigDecimal(pair[1]));
            }
            MetricGroup group = MetricGroup.valueOf(words.get(0).toUpperCase(Locale.ROOT));
            metrics.put(words.get(1), new Metric(group, words.get(1), metrics.size(), values));
        }
    }

    /// `2.0`, `3.0`, `3.1` or `4.0`
    String label() {
        return label;
    }

    String prefix() {
        return prefix;
    }

    /// The value of a metric that a vector does not name.
    String undefined() {
        return undefined;
    }

    @Nullable
    Metric metric(String name) {
        return metrics.get(name);
    }

    Collection<Metric> metrics() {
        return Collections.unmodifiableCollection(metrics.values());
    }

    /// The version whose prefix the text has; 2.0 has none.
    static CvssVersion of(String text) {
        for (CvssVersion version : new CvssVersion[] {V4_0, V3_1, V3_0}) {
            if (text.startsWith(version.prefix)) {
                return version;
            }
        }
        return V2_0;
    }

    static boolean hasLabel(String label) {
        return Arrays.stream(values()).anyMatch(version -> version.label.equals(label));
    }
}

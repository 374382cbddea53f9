package dev.ward.standards.cvss;

import dev.ward.standards.input.Departures;
import dev.ward.standards.input.Quoted;
import java.util.HashMap;
import java.util.Map;

/// Reads the metrics of a vector, and refuses what its version's specification refuses.
final class VectorReader {

    private final Departures departures;
    private final Map<String, String> values = new HashMap<>();
    private int lastPlace = -1;

    private VectorReader(String text) {
        this.departures = Departures.strict("CVSS vector", text);
    }

    static MetricValues read(String text) {
        return new VectorReader(text).readAll(text);
    }

    private MetricValues readAll(String text) {
        CvssVersion version = CvssVersion.of(text);
        String rest = text.substring(version.prefix().length());
        if (version == CvssVersion.V2_0 && rest.startsWith("(") && rest.endsWith(")")) {
            rest = rest.substring(1, rest.length() - 1);
        }
        int start = 0;
        while (start <= rest.length()) {
            int slash = rest.indexOf('/', start);
            int end = slash < 0 ? rest.length() : slash;
            readMetric(rest.substring(start, end), version);
            start = end + 1;
        }
        for (Metric metric : version.metrics()) {
            if (metric.isMandatory() && !values.containsKey(metric.name())) {
                throw departures.refusal("The metric \"%s\" is missing.".formatted(metric.name()));
            }
        }
        return new MetricValues(version, values);
    }

    private void readMetric(String pair, CvssVersion version) {
        int colon = pair.indexOf(':');
        String name = colon < 0 ? pair : pair.substring(0, colon);
        Metric metric = version.metric(name);
        if (colon < 0 || metric == null) {
            throw departures.refusal("CVSS %s knows no metric %s.".formatted(version.label(), Quoted.of(name)));
        }
        String value = pair.substring(colon + 1);
        if (!metric.values().containsKey(value)) {
            throw departures.refusal("The metric \"%s\" has no value %s.".formatted(name, Quoted.of(value)));
        }
        if (values.put(name, value) != null) {
            throw departures.refusal("The metric \"%s\" is there twice.".formatted(name));
        }
        if (version == CvssVersion.V4_0 && metric.place() < lastPlace) {
            throw departures.refusal("The metric \"%s\" is not in the order that CVSS 4.0 demands.".formatted(name));
        }
        lastPlace = metric.place();
    }
}

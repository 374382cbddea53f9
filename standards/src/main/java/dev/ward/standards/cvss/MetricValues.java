package dev.ward.standards.cvss;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The values of one vector's metrics.
record MetricValues(CvssVersion version, Map<String, String> values) {

    MetricValues {
        values = Map.copyOf(values);
    }

    /// The value, or "not defined" where the vector does not name the metric.
    String value(String metric) {
        return values.getOrDefault(metric, version.undefined());
    }

    boolean isDefined(String metric) {
        return !value(metric).equals(version.undefined());
    }

    BigDecimal weight(String metric) {
        return weight(metric, value(metric));
    }

    BigDecimal weight(String metric, String value) {
        Metric definition = Objects.requireNonNull(version.metric(metric), metric);
        return Objects.requireNonNull(definition.values().get(value), value);
    }

    /// The value of the modified metric, or of the one that it would modify.
    String modified(String metric) {
        return isDefined("M" + metric) ? value("M" + metric) : value(metric);
    }

    BigDecimal modifiedWeight(String metric) {
        return weight(metric, modified(metric));
    }

    boolean defines(MetricGroup group) {
        return version.metrics().stream().anyMatch(metric -> metric.group() == group && isDefined(metric.name()));
    }

    MetricValues only(MetricGroup first, MetricGroup... others) {
        Set<MetricGroup> groups = EnumSet.of(first, others);
        Map<String, String> kept = new HashMap<>();
        for (Metric metric : version.metrics()) {
            String value = values.get(metric.name());
            if (value != null && groups.contains(metric.group())) {
                kept.put(metric.name(), value);
            }
        }
        return new MetricValues(version, kept);
    }
}

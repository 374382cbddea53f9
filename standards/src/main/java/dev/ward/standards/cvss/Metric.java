package dev.ward.standards.cvss;

import java.math.BigDecimal;
import java.util.Map;

/// One metric of one version of CVSS.
///
/// @param place   in the version's order
/// @param values  weight by value; zero where the value has none
record Metric(MetricGroup group, String name, int place, Map<String, BigDecimal> values) {

    Metric {
        values = Map.copyOf(values);
    }

    boolean isMandatory() {
        return group == MetricGroup.BASE;
    }
}

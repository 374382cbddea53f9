package dev.ward.standards.cvss;

/// A CVSS 4.0 vector's values as the scoring takes them: modified where modified, and at their worst where not
/// defined.
///
/// Source: CVSS v4.0, 3 and 4.
record EffectiveMetrics(MetricValues metrics) {

    String value(String metric) {
        return switch (metric) {
            case "E" -> metrics.isDefined(metric) ? metrics.value(metric) : "A";
            case "CR", "IR", "AR" -> metrics.isDefined(metric) ? metrics.value(metric) : "H";
            default -> metrics.modified(metric);
        };
    }

    boolean is(String metric, String value) {
        return value(metric).equals(value);
    }

    int level(String metric) {
        return level(metric, value(metric));
    }

    /// Safety is a step above "H", and only a modified metric has it.
    int level(String metric, String value) {
        return value.equals("S") ? 0 : metrics.weight(metric, value).intValueExact();
    }

    boolean hasNoImpact() {
        for (String metric : new String[] {"VC", "VI", "VA", "SC", "SI", "SA"}) {
            if (!is(metric, "N")) {
                return false;
            }
        }
        return true;
    }
}

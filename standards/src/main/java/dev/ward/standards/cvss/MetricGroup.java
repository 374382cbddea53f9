package dev.ward.standards.cvss;

/// The groups of metrics. What 4.0 calls threat is `TEMPORAL`; supplemental metrics have no part in any score.
enum MetricGroup {
    BASE,
    TEMPORAL,
    ENVIRONMENTAL,
    SUPPLEMENTAL
}

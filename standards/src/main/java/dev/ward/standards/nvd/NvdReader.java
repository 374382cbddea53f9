package dev.ward.standards.nvd;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Ids;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.source.CpeConditions;
import dev.ward.standards.source.Field;
import dev.ward.standards.source.Severities;
import dev.ward.standards.source.Summaries;
import dev.ward.standards.source.Timestamps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one `cve` of the NVD's API 2.0 or of its 2.0 feeds.
///
/// Source: NVD CVE API 2.0.
public final class NvdReader {

    /// The name of the source in every advisory that this reader makes.
    public static final String SOURCE = "NVD";

    private static final List<String> CVSS = List.of("cvssMetricV40", "cvssMetricV31", "cvssMetricV30", "cvssMetricV2");

    private NvdReader() {}

    /// The advisory, or empty when the record has no CVE id, which is told as lost.
    public static Optional<Advisory> read(Field cve) {
        Field id = cve.at("id");
        if (!Ids.isCve(id.text())) {
            id.lose("is no CVE id: " + id.quoted());
            return Optional.empty();
        }
        cve.record().called(id.text());
        return Optional.of(new Advisory(
                SOURCE,
                id.text(),
                cve.text("vulnStatus").equals("Rejected") ? Advisory.State.REJECTED : Advisory.State.PUBLISHED,
                Timestamps.read(cve, "published"),
                Timestamps.read(cve, "lastModified"),
                Set.of(),
                Set.of(),
                Set.of(),
                Summaries.of(cve.objects("descriptions")),
                severities(cve.object("metrics")),
                weaknesses(cve),
                null,
                CpeConditions.read(cve, "configurations")));
    }

    /// The NVD's own first, then what others told it; within each the newest version of CVSS first.
    private static List<Severity> severities(Field metrics) {
        List<Severity> primary = new ArrayList<>();
        List<Severity> secondary = new ArrayList<>();
        for (String version : CVSS) {
            for (Field metric : metrics.node().isObject() ? metrics.objects(version) : List.<Field>of()) {
                List<Severity> severities = metric.text("type").equals("Primary") ? primary : secondary;
                String source = "%s %s".formatted(SOURCE, metric.text("source"));
                Field cvss = metric.object("cvssData");
                if (cvss.node().isObject()) {
                    Severities.ofMetric(source, cvss, metric.text("baseSeverity"))
                            .ifPresent(severities::add);
                } else if (!cvss.present()) {
                    cvss.lose("is missing");
                }
            }
        }
        primary.addAll(secondary);
        return primary;
    }

    /// `NVD-CWE-noinfo` and `NVD-CWE-Other` name no weakness.
    private static List<String> weaknesses(Field cve) {
        Set<String> weaknesses = new LinkedHashSet<>();
        for (Field weakness : cve.objects("weaknesses")) {
            for (Field description : weakness.objects("description")) {
                String value = description.text("value");
                if (Ids.isCwe(value)) {
                    weaknesses.add(value);
                }
            }
        }
        return List.copyOf(weaknesses);
    }
}

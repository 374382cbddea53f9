package dev.ward.standards.cve;

import dev.ward.standards.advisory.Severity;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.source.Field;
import dev.ward.standards.source.Severities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the metrics of one container.
///
/// Source: CVE Record Format 5.1, `metrics`.
final class CveMetrics {

    private static final List<String> CVSS = List.of("cvssV4_0", "cvssV3_1", "cvssV3_0", "cvssV2_0");

    private CveMetrics() {}

    static List<Severity> severities(Field container, String source) {
        List<Severity> severities = new ArrayList<>();
        for (Field metric : container.objects("metrics")) {
            for (String version : CVSS) {
                if (metric.has(version) && metric.object(version).node().isObject()) {
                    Severities.ofMetric(source, metric.at(version), "").ifPresent(severities::add);
                }
            }
            word(metric, source, severities);
        }
        return severities;
    }

    /// The `Exploitation` of CISA's SSVC decision (`none`, `poc`, `active`); null when it stands nowhere.
    static @Nullable String exploitation(Field container) {
        for (Field metric : container.objects("metrics")) {
            Field other = metric.at("other");
            if (other.node().path("type").asString("").equals("ssvc")) {
                for (Field option : other.object("content").objects("options")) {
                    String exploitation = option.text("Exploitation");
                    if (!exploitation.isEmpty()) {
                        return exploitation.toLowerCase(Locale.ROOT);
                    }
                }
            }
        }
        return null;
    }

    /// A rating in words, as some CNAs give it beside or instead of CVSS.
    private static void word(Field metric, String source, List<Severity> severities) {
        Field content = metric.at("other").at("content");
        for (String name : List.of("value", "text")) {
            String word = content.node().path(name).asString("");
            SeverityRating rating = Severities.ofWord(word);
            if (rating != SeverityRating.UNKNOWN) {
                severities.add(new Severity(source, null, rating));
            }
        }
    }
}

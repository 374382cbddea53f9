package dev.ward.cli.scan;

import dev.ward.cli.index.Finding;
import dev.ward.cli.index.IndexSummary;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.cvss.CvssVector;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.input.Unread;
import dev.ward.standards.match.AliasGroups;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.Match;
import dev.ward.standards.match.Vulnerability;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The report for programs, written as it is made, so that its size does not matter.
final class JsonReport implements Report {

    private final OutputStream out;

    JsonReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ScanResult result) {
        try (JsonGenerator json = JsonOutput.open(out)) {
            json.writeStartObject();
            json.writeName("findings");
            json.writeStartArray();
            for (ScannedSbom sbom : result.sboms()) {
                sbom.findings().forEach(finding -> finding(json, sbom, finding));
            }
            json.writeEndArray();
            json.writeName("unread");
            json.writeStartArray();
            result.unread().forEach(one -> unread(json, one));
            json.writeEndArray();
            json.writeName("conflicts");
            json.writeStartArray();
            result.conflicts().forEach(conflict -> conflict(json, conflict));
            json.writeEndArray();
            summary(json, result);
            json.writeEndObject();
        }
    }

    private static void finding(JsonGenerator json, ScannedSbom sbom, Finding finding) {
        Vulnerability vulnerability = finding.vulnerability();
        List<Match> matches = finding.matches();
        json.writeStartObject();
        json.writeStringProperty("vulnerability", vulnerability.id());
        strings(json, "aliases", vulnerability.aliases());
        json.writeStringProperty("summary", vulnerability.summary());
        json.writeStringProperty("sbom", sbom.name());
        component(json, finding.component());
        severity(json, vulnerability);
        kev(json, vulnerability.kev());
        epss(json, vulnerability.epss());
        optional(json, "exploitation", vulnerability.exploitation());
        strings(json, "weaknesses", vulnerability.weaknesses());
        json.writeName("match");
        match(json, matches.getFirst());
        json.writeName("evidence");
        json.writeStartArray();
        matches.forEach(match -> match(json, match));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void component(JsonGenerator json, ComponentIdentity component) {
        json.writeName("component");
        json.writeStartObject();
        json.writeStringProperty("name", component.name());
        optional(json, "version", component.version());
        optional(
                json, "purl", component.purl() == null ? null : component.purl().toString());
        optional(
                json,
                "cpe",
                component.cpes().isEmpty() ? null : component.cpes().getFirst().formatted());
        optional(json, "ref", component.ref());
        json.writeEndObject();
    }

    private static void severity(JsonGenerator json, Vulnerability vulnerability) {
        Severity severity = vulnerability.severity();
        json.writeStringProperty("severity", word(vulnerability.rating()));
        optional(json, "severitySource", severity == null ? null : severity.source());
        json.writeName("cvss");
        cvss(json, severity == null ? null : severity.cvss());
        json.writeName("severities");
        json.writeStartArray();
        for (Severity one : vulnerability.severities()) {
            json.writeStartObject();
            json.writeStringProperty("source", one.source());
            json.writeStringProperty("severity", word(one.rating()));
            json.writeName("cvss");
            cvss(json, one.cvss());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void cvss(JsonGenerator json, @Nullable CvssVector cvss) {
        if (cvss == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("version", cvss.version());
        json.writeStringProperty("vector", cvss.vector());
        json.writeNumberProperty("score", cvss.score());
        json.writeEndObject();
    }

    private static void kev(JsonGenerator json, @Nullable KevEntry kev) {
        json.writeBooleanProperty("kev", kev != null);
        optional(json, "kevDateAdded", kev == null ? null : kev.dateAdded().toString());
    }

    private static void epss(JsonGenerator json, @Nullable EpssScore epss) {
        number(json, "epss", epss == null ? null : epss.probability());
        number(json, "epssPercentile", epss == null ? null : epss.percentile());
        optional(json, "epssDate", epss == null ? null : epss.date());
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void match(JsonGenerator json, Match match) {
        json.writeStartObject();
        json.writeStringProperty("kind", match.kind().label());
        json.writeStringProperty("source", match.source());
        json.writeStringProperty("range", match.range());
        json.writeStringProperty("version", match.version());
        json.writeStringProperty("confidence", match.confidence().label());
        json.writeStringProperty("why", match.why());
        json.writeEndObject();
    }

    private static void unread(JsonGenerator json, Unread one) {
        json.writeStartObject();
        json.writeStringProperty("input", one.input());
        json.writeNumberProperty("line", one.location().line());
        json.writeNumberProperty("column", one.location().column());
        json.writeStringProperty("pointer", one.location().pointer());
        json.writeStringProperty("what", one.what());
        json.writeStringProperty("reason", one.reason());
        json.writeBooleanProperty("lost", one.lost());
        json.writeEndObject();
    }

    private static void conflict(JsonGenerator json, AliasGroups.Conflict conflict) {
        json.writeStartObject();
        strings(json, "ids", conflict.ids());
        json.writeStringProperty("reason", conflict.reason());
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, ScanResult result) {
        ScanCounts counts = result.counts();
        json.writeName("summary");
        json.writeStartObject();
        json.writeNumberProperty("sboms", counts.sboms());
        json.writeNumberProperty("components", counts.components());
        json.writeNumberProperty("affectedComponents", counts.affectedComponents());
        json.writeNumberProperty("findings", counts.findings());
        json.writeNumberProperty("vulnerabilities", counts.vulnerabilities());
        json.writeNumberProperty("knownExploited", counts.knownExploited());
        json.writeName("bySeverity");
        json.writeStartObject();
        for (SeverityRating rating : SeverityRating.values()) {
            json.writeNumberProperty(word(rating), counts.of(rating));
        }
        json.writeEndObject();
        json.writeNumberProperty("candidates", counts.candidates());
        json.writeNumberProperty("unread", counts.unread());
        json.writeNumberProperty("conflicts", counts.conflicts());
        json.writeName("sources");
        json.writeStartArray();
        for (IndexSummary.Source source : result.sources().sources()) {
            json.writeStartObject();
            json.writeStringProperty("input", source.input());
            json.writeStringProperty("kind", source.kind());
            json.writeNumberProperty("records", source.records());
            json.writeNumberProperty("unread", source.unread());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    static String word(SeverityRating rating) {
        return rating.name().toLowerCase(Locale.ROOT);
    }
}

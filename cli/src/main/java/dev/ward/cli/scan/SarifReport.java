package dev.ward.cli.scan;

import dev.ward.cli.index.Finding;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.input.Unread;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.Match;
import dev.ward.standards.match.Vulnerability;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// The report for code scanning services.
///
/// Source: SARIF 2.1.0 (OASIS Standard), 3.13 and following.
final class SarifReport implements Report {

    private final OutputStream out;

    SarifReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ScanResult result) {
        Map<String, Integer> rules = new LinkedHashMap<>();
        Map<String, Vulnerability> byRule = new LinkedHashMap<>();
        for (ScannedSbom sbom : result.sboms()) {
            for (Finding finding : sbom.findings()) {
                rules.putIfAbsent(finding.vulnerability().id(), rules.size());
                byRule.putIfAbsent(finding.vulnerability().id(), finding.vulnerability());
            }
        }
        try (JsonGenerator json = JsonOutput.open(out)) {
            json.writeStartObject();
            json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringProperty("version", "2.1.0");
            json.writeName("runs");
            json.writeStartArray();
            json.writeStartObject();
            driver(json, byRule);
            json.writeStringProperty("columnKind", "utf16CodeUnits");
            invocation(json, result);
            json.writeName("results");
            json.writeStartArray();
            for (ScannedSbom sbom : result.sboms()) {
                sbom.findings().forEach(finding -> result(json, sbom, finding, rules));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void driver(JsonGenerator json, Map<String, Vulnerability> rules) {
        json.writeName("tool");
        json.writeStartObject();
        json.writeName("driver");
        json.writeStartObject();
        json.writeStringProperty("name", "Ward");
        json.writeName("rules");
        json.writeStartArray();
        rules.values().forEach(vulnerability -> rule(json, vulnerability));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, Vulnerability vulnerability) {
        json.writeStartObject();
        json.writeStringProperty("id", vulnerability.id());
        text(
                json,
                "shortDescription",
                vulnerability.summary().isEmpty() ? vulnerability.id() : vulnerability.summary());
        json.writeName("defaultConfiguration");
        json.writeStartObject();
        json.writeStringProperty("level", level(vulnerability));
        json.writeEndObject();
        json.writeName("properties");
        json.writeStartObject();
        Severity severity = vulnerability.severity();
        if (severity != null && severity.cvss() != null) {
            json.writeStringProperty(
                    "security-severity", String.valueOf(severity.cvss().score()));
        }
        json.writeName("tags");
        json.writeStartArray();
        json.writeString("security");
        vulnerability.aliases().forEach(json::writeString);
        vulnerability.weaknesses().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void invocation(JsonGenerator json, ScanResult result) {
        json.writeName("invocations");
        json.writeStartArray();
        json.writeStartObject();
        json.writeBooleanProperty(
                "executionSuccessful", result.sboms().stream().allMatch(sbom -> sbom.firstLost() == null));
        json.writeName("toolExecutionNotifications");
        json.writeStartArray();
        result.unread().forEach(one -> notification(json, one));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void notification(JsonGenerator json, Unread one) {
        json.writeStartObject();
        json.writeStringProperty("level", one.lost() ? "error" : "warning");
        text(json, "message", one.toString());
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, ScannedSbom sbom, Finding finding, Map<String, Integer> rules) {
        Vulnerability vulnerability = finding.vulnerability();
        Match match = finding.matches().getFirst();
        json.writeStartObject();
        json.writeStringProperty("ruleId", vulnerability.id());
        json.writeNumberProperty("ruleIndex", rules.getOrDefault(vulnerability.id(), -1));
        json.writeStringProperty("level", finding.isCandidate() ? "note" : level(vulnerability));
        text(json, "message", "%s reaches %s. %s.".formatted(vulnerability.id(), finding.component(), match.why()));
        location(json, sbom, finding.component());
        json.writeName("partialFingerprints");
        json.writeStartObject();
        json.writeStringProperty(
                "vulnerabilityAndComponent/v1", vulnerability.id() + " " + identity(finding.component()));
        json.writeEndObject();
        json.writeName("properties");
        json.writeStartObject();
        json.writeStringProperty("kind", match.kind().label());
        json.writeStringProperty("confidence", match.confidence().label());
        json.writeStringProperty("source", match.source());
        json.writeStringProperty("range", match.range());
        json.writeBooleanProperty("kev", vulnerability.kev() != null);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, ScannedSbom sbom, ComponentIdentity component) {
        json.writeName("locations");
        json.writeStartArray();
        json.writeStartObject();
        json.writeName("physicalLocation");
        json.writeStartObject();
        json.writeName("artifactLocation");
        json.writeStartObject();
        json.writeStringProperty("uri", uri(sbom.name()));
        json.writeEndObject();
        if (component.location().line() > 0) {
            json.writeName("region");
            json.writeStartObject();
            json.writeNumberProperty("startLine", component.location().line());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeName("logicalLocations");
        json.writeStartArray();
        json.writeStartObject();
        json.writeStringProperty("fullyQualifiedName", identity(component));
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static String identity(ComponentIdentity component) {
        return component.purl() != null ? component.purl().toString() : component.toString();
    }

    private static String uri(String file) {
        try {
            return new URI(null, null, file, null).toString();
        } catch (URISyntaxException e) {
            return "sbom";
        }
    }

    private static String level(Vulnerability vulnerability) {
        return vulnerability.kev() != null ? "error" : level(vulnerability.rating());
    }

    private static String level(SeverityRating rating) {
        return switch (rating) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM, UNKNOWN -> "warning";
            case LOW, NONE -> "note";
        };
    }

    private static void text(JsonGenerator json, String name, String text) {
        json.writeName(name);
        json.writeStartObject();
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }
}

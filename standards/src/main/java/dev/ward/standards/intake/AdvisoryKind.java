package dev.ward.standards.intake;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a record of a vulnerability source is, told by what stands in it.
public enum AdvisoryKind {
    CVE("CVE record"),
    OSV("OSV record"),
    NVD("NVD record"),
    KEV("KEV entry"),
    EPSS("EPSS score");

    private final String label;

    AdvisoryKind(String label) {
        this.label = label;
    }

    /// The kind in words, `CVE record`.
    public String label() {
        return label;
    }

    static Optional<AdvisoryKind> of(JsonNode record) {
        if (!record.isObject() || !foreign(record).isEmpty()) {
            return Optional.empty();
        }
        if (record.has("cveMetadata") || record.path("dataType").asString("").equals("CVE_RECORD")) {
            return Optional.of(CVE);
        }
        if (record.has("cve") || record.has("vulnStatus") || record.has("sourceIdentifier")) {
            return Optional.of(NVD);
        }
        if (record.has("cveID")) {
            return Optional.of(KEV);
        }
        boolean osv = record.has("schema_version") || record.has("affected");
        boolean named = record.has("id") && (record.has("modified") || record.has("details") || record.has("summary"));
        return osv || named ? Optional.of(OSV) : Optional.empty();
    }

    /// What a JSON object is that is no record, as far as Ward knows; empty when it does not.
    static String foreign(JsonNode object) {
        if (object.has("bomFormat")) {
            return "a CycloneDX BOM";
        }
        if (object.has("spdxVersion") || object.has("@graph")) {
            return "an SPDX document";
        }
        if (object.path("document").has("csaf_version")) {
            return "a CSAF document";
        }
        if (object.has("CVE_Items")) {
            return "an NVD feed of the old format 1.1";
        }
        return object.has("CVE_data_meta") ? "a CVE record of the old format 4.0" : "";
    }
}

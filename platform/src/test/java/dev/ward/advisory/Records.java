package dev.ward.advisory;

import java.util.List;
import java.util.stream.Collectors;

/// Small records of each source, as their publishers write them, on one line each.
final class Records {

    private Records() {}

    /// @param modified  a day, `2030-01-02`
    static String osv(String id, String modified, String... aliases) {
        return record(id, modified, "a flaw in " + id, "", aliases);
    }

    static String withdrawn(String id, String modified, String... aliases) {
        return record(id, modified, "a flaw in " + id, "\"withdrawn\": \"%sT00:00:00Z\",".formatted(modified), aliases);
    }

    static String summed(String id, String modified, String summary) {
        return record(id, modified, summary, "");
    }

    private static String record(String id, String modified, String summary, String more, String... aliases) {
        return """
                {"schema_version": "1.6.0", "id": "%s", "modified": "%sT00:00:00Z", %s "aliases": [%s],\
                 "summary": "%s",\
                 "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"}],\
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "pump-%s"},\
                 "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.2"}]}]}]}
                """.formatted(id, modified, more, quoted(aliases), summary, id.toLowerCase(java.util.Locale.ROOT));
    }

    static String cve(String id, String modified) {
        return """
                {"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "%s", "assignerOrgId": "x",\
                 "state": "PUBLISHED", "datePublished": "2030-01-01T00:00:00Z", "dateUpdated": "%sT00:00:00Z"},\
                 "containers": {"cna": {"providerMetadata": {"orgId": "x", "shortName": "pump"},\
                 "title": "Overflow in the pump", "descriptions": [{"lang": "en", "value": "An overflow."}],\
                 "metrics": [{"cvssV3_1": {"version": "3.1",\
                 "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}}],\
                 "affected": [{"vendor": "Example", "product": "Pump", "versions": [\
                 {"version": "1.0", "lessThan": "1.5", "versionType": "semver", "status": "affected"}]}]}}}
                """.formatted(id, modified);
    }

    static String rejected(String id, String modified) {
        return """
                {"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "%s", "assignerOrgId": "x",\
                 "state": "REJECTED", "dateUpdated": "%sT00:00:00Z"},\
                 "containers": {"cna": {"providerMetadata": {"orgId": "x"},\
                 "rejectedReasons": [{"lang": "en", "value": "A duplicate."}]}}}
                """.formatted(id, modified);
    }

    static String nvd(String id, String modified) {
        return """
                {"resultsPerPage": 1, "startIndex": 0, "totalResults": 1, "format": "NVD_CVE", "version": "2.0",\
                 "timestamp": "%2$sT00:00:00.000", "vulnerabilities": [{"cve": {"id": "%1$s",\
                 "sourceIdentifier": "x@example.org", "published": "2030-01-01T00:00:00.000",\
                 "lastModified": "%2$sT00:00:00.000", "vulnStatus": "Analyzed",\
                 "descriptions": [{"lang": "en", "value": "An overflow."}], "references": [],\
                 "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [\
                 {"vulnerable": true, "criteria": "cpe:2.3:a:example:pump:*:*:*:*:*:*:*:*",\
                 "versionEndExcluding": "1.5", "matchCriteriaId": "00000000-0000-0000-0000-000000000001"}]}]}]}}]}
                """.formatted(id, modified);
    }

    static String kev(String added, String... cves) {
        return """
                {"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2030.01.01",\
                 "dateReleased": "2030-01-01T00:00:00Z", "count": %d, "vulnerabilities": [%s]}
                """.formatted(
                cves.length,
                List.of(cves).stream().map(cve -> """
                {"cveID": "%s", "vendorProject": "Example", "product": "Pump", "vulnerabilityName": "Overflow",\
                 "dateAdded": "%s", "shortDescription": "x", "requiredAction": "x", "dueDate": "2030-03-01",\
                 "knownRansomwareCampaignUse": "Known", "notes": ""}
                """.formatted(cve, added)).collect(Collectors.joining(",")));
    }

    static String epss(String date, double score, String... cves) {
        return "#model_version:v2030.01.01,score_date:%sT00:00:00Z\ncve,epss,percentile\n".formatted(date)
                + List.of(cves).stream()
                        .map(cve -> "%s,%s,0.5\n".formatted(cve, score))
                        .collect(Collectors.joining());
    }

    private static String quoted(String... texts) {
        return List.of(texts).stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
    }
}

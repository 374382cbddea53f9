package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Ward cannot tell, it says; what a record calls by another name, it finds.
class NeverSilentTest {

    private static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "library", "bom-ref": "p", "name": "app", "version": "1", "purl": "pkg:pypi/app@1"},
              {"type": "library", "bom-ref": "c", "name": "tool", "version": "1",
               "cpe": "cpe:2.3:a:v:tool:1:*:*:*:*:*:*:*"}]}
            """;

    @TempDir
    Path folder;

    private JsonNode scan(String... sources) throws IOException {
        Path sbom = Files.writeString(folder.resolve("sbom.json"), SBOM);
        Path vulns = Files.createDirectories(folder.resolve("vulns"));
        for (int i = 0; i < sources.length; i++) {
            Files.writeString(vulns.resolve(i + ".json"), sources[i]);
        }
        CommandRun run =
                CommandRun.of(folder, "scan", sbom.toString(), "--vulns", vulns.toString(), "--format", "json");
        assertThat(run.code()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out()).at("/findings");
    }

    @Test
    void callsAPackageOfWhichOnlyCommitsAreListedUndetermined() throws IOException {
        JsonNode findings = scan("""
                {"id": "OSV-1", "modified": "2024-01-01T00:00:00Z", "affected": [
                  {"package": {"ecosystem": "PyPI", "name": "app"},
                   "ranges": [{"type": "GIT", "repo": "https://example.org/app",
                               "events": [{"introduced": "0"}, {"fixed": "abc"}]}]}]}
                """);

        assertThat(findings.at("/0/match/confidence").asString()).isEqualTo("undetermined");
    }

    @Test
    void matchesEveryPurlOfAPackage() throws IOException {
        Path sbom = Files.writeString(folder.resolve("spdx.json"), """
                {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "n",
                 "documentNamespace": "https://example.org/n", "creationInfo": {"created": "2024-01-01T00:00:00Z",
                 "creators": ["Tool: t"]}, "packages": [{"SPDXID": "SPDXRef-a", "name": "a", "versionInfo": "1",
                 "downloadLocation": "NOASSERTION", "externalRefs": [
                 {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:npm/first@1"},
                 {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:pypi/app@1"}]}]}
                """);
        Path vulns = Files.writeString(folder.resolve("osv.json"), """
                {"id": "OSV-1", "modified": "2024-01-01T00:00:00Z", "affected": [
                  {"package": {"ecosystem": "PyPI", "name": "app"}, "versions": ["1"]}]}
                """);
        CommandRun run = CommandRun.of(folder, "scan", sbom.toString(), "--vulns", vulns.toString());

        assertThat(run.out())
                .contains("1 components")
                .contains("pkg:pypi/app@1")
                .contains("OSV-1");
    }

    @Test
    void callsABoundThatCannotBeReadUndetermined() throws IOException {
        JsonNode findings = scan("""
                {"format": "NVD_CVE", "version": "2.0", "vulnerabilities": [{"cve": {"id": "CVE-2024-0001",
                  "vulnStatus": "Analyzed", "configurations": [{"nodes": [{"operator": "OR", "cpeMatch": [
                    {"vulnerable": true, "criteria": "cpe:2.3:a:v:tool:*:*:*:*:*:*:*:*", "versionEndExcluding": 2}]}]}]}}]}
                """);

        assertThat(findings.at("/0/match/confidence").asString()).isEqualTo("undetermined");
    }

    @Test
    void callsAMisspeltStatusUndetermined() throws IOException {
        JsonNode findings = scan("""
                {"dataType": "CVE_RECORD", "cveMetadata": {"cveId": "CVE-2024-0002", "state": "PUBLISHED"},
                 "containers": {"cna": {"affected": [{"vendor": "v", "product": "tool",
                   "cpes": ["cpe:2.3:a:v:tool:*:*:*:*:*:*:*:*"], "defaultStatus": "unaffected",
                   "versions": [{"version": "0", "lessThan": "2", "status": "afected", "versionType": "custom"}]}]}}}
                """);

        assertThat(findings.at("/0/match/confidence").asString()).isEqualTo("undetermined");
    }

    @Test
    void namesAVulnerabilityByItsPublishedCveIdAndFindsItsExploitation() throws IOException {
        JsonNode findings = scan("""
                {"id": "OSV-1", "modified": "2024-01-01T00:00:00Z", "aliases": ["CVE-2021-0002", "OSV-2"], "affected": [
                  {"package": {"ecosystem": "PyPI", "name": "app"}, "versions": ["1"]}]}
                """, """
                {"id": "OSV-2", "modified": "2024-01-01T00:00:00Z", "aliases": ["CVE-2020-0001"], "affected": []}
                """, """
                {"dataType": "CVE_RECORD", "cveMetadata": {"cveId": "CVE-2020-0001", "state": "REJECTED"},
                 "containers": {"cna": {"rejectedReasons": [{"lang": "en", "value": "a duplicate"}]}}}
                """, """
                {"catalogVersion": "1", "dateReleased": "2024-01-01T00:00:00Z", "count": 1, "vulnerabilities": [
                  {"cveID": "CVE-2021-0002", "vendorProject": "v", "product": "app", "vulnerabilityName": "n",
                   "dateAdded": "2024-01-01", "shortDescription": "s", "requiredAction": "r", "dueDate": "2024-02-01"}]}
                """);

        assertThat(findings.at("/0/vulnerability").asString()).isEqualTo("CVE-2021-0002");
        assertThat(findings.at("/0/kev").asBoolean()).isTrue();
        assertThat(findings.at("/0/aliases").toString()).contains("CVE-2020-0001", "OSV-1", "OSV-2");
    }
}

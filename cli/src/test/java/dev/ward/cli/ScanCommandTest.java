package dev.ward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScanCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
             "components": [
               {"type": "library", "bom-ref": "d", "name": "django", "version": "2.2.10", "purl": "pkg:pypi/django@2.2.10"},
               {"type": "library", "bom-ref": "r", "name": "requests", "version": "2.31.0", "purl": "pkg:pypi/requests@2.31.0"},
               {"type": "application", "bom-ref": "o", "name": "openssl", "version": "1.0.2k",
                "cpe": "cpe:2.3:a:openssl:openssl:1.0.2k:*:*:*:*:*:*:*"},
               {"type": "library", "bom-ref": "f", "name": "FreeRTOS", "version": "10.2.1"}
             ]}
            """;

    private static final String OSV = """
            {"id": "PYSEC-2099-1", "modified": "2099-01-02T00:00:00Z", "aliases": ["CVE-2099-0001"],
             "summary": "An invented flaw of an old django",
             "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
             "affected": [{"package": {"ecosystem": "PyPI", "name": "django"},
                           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.2.24"}]}]}]}
            """;

    private static final String NVD = """
            {"format": "NVD_CVE", "version": "2.0", "vulnerabilities": [{"cve": {
              "id": "CVE-2099-0002", "sourceIdentifier": "nvd@nist.gov", "published": "2099-01-01T00:00:00.000",
              "lastModified": "2099-01-01T00:00:00.000", "vulnStatus": "Analyzed",
              "descriptions": [{"lang": "en", "value": "An invented flaw of an old openssl"}],
              "metrics": {"cvssMetricV31": [{"source": "nvd@nist.gov", "type": "Primary",
                "cvssData": {"version": "3.1", "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:L/A:N",
                             "baseScore": 4.3, "baseSeverity": "MEDIUM"}}]},
              "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [
                {"vulnerable": true, "criteria": "cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*",
                 "versionStartIncluding": "1.0.2", "versionEndExcluding": "1.0.2zg",
                 "matchCriteriaId": "00000000-0000-0000-0000-000000000000"}]}]}]}}]}
            """;

    private static final String CVE = """
            {"dataType": "CVE_RECORD", "dataVersion": "5.1",
             "cveMetadata": {"cveId": "CVE-2099-0003", "state": "PUBLISHED", "assignerShortName": "acme"},
             "containers": {"cna": {"providerMetadata": {"orgId": "00000000-0000-4000-8000-000000000000", "shortName": "acme"},
               "descriptions": [{"lang": "en", "value": "An invented flaw of an old kernel"}],
               "affected": [{"vendor": "Amazon", "product": "FreeRTOS", "defaultStatus": "unaffected",
                 "versions": [{"version": "0", "lessThan": "10.5", "status": "affected", "versionType": "custom"}]}]}}}
            """;

    private static final String KEV = """
            {"title": "t", "catalogVersion": "2099.01.01", "dateReleased": "2099-01-01T00:00:00Z", "count": 1,
             "vulnerabilities": [{"cveID": "CVE-2099-0002", "vendorProject": "OpenSSL", "product": "OpenSSL",
               "vulnerabilityName": "n", "dateAdded": "2099-01-01", "shortDescription": "s", "requiredAction": "r",
               "dueDate": "2099-02-01", "knownRansomwareCampaignUse": "Unknown", "notes": "", "cwes": []}]}
            """;

    private static final String EPSS = """
            #model_version:v2099.01.01,score_date:2099-01-01T00:00:00Z
            cve,epss,percentile
            CVE-2099-0001,0.12345,0.98765
            """;

    @TempDir
    Path folder;

    private Path sbom = Path.of("");
    private Path vulns = Path.of("");

    @BeforeEach
    void writeInputs() throws IOException {
        sbom = Files.writeString(folder.resolve("device.json"), SBOM);
        vulns = Files.createDirectory(folder.resolve("vulns"));
        Files.writeString(vulns.resolve("osv.json"), OSV);
        Files.writeString(vulns.resolve("nvd.json"), NVD);
        Files.writeString(vulns.resolve("cve.json"), CVE);
        Files.writeString(vulns.resolve("kev.json"), KEV);
        Files.writeString(vulns.resolve("epss.csv"), EPSS);
    }

    private CommandRun scan(String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "scan";
        all[1] = sbom.toString();
        all[2] = "--vulns";
        all[3] = vulns.toString();
        System.arraycopy(more, 0, all, 4, more.length);
        return CommandRun.of(folder.resolve("cache"), all);
    }

    private JsonNode json(String... more) {
        String[] all = java.util.Arrays.copyOf(more, more.length + 2);
        all[more.length] = "--format";
        all[more.length + 1] = "json";
        CommandRun run = scan(all);
        assertThat(run.code()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    @Test
    void findsWhatReachesEachComponentAndSaysWhy() {
        JsonNode report = json();

        assertThat(report.at("/findings").size()).isEqualTo(3);
        JsonNode openssl = report.at("/findings/0");
        assertThat(openssl.at("/vulnerability").asString()).isEqualTo("CVE-2099-0002");
        assertThat(openssl.at("/kev").asBoolean()).isTrue();
        assertThat(openssl.at("/component/ref").asString()).isEqualTo("o");
        assertThat(openssl.at("/match/kind").asString()).isEqualTo("cpe-range");
        assertThat(openssl.at("/match/confidence").asString()).isEqualTo("range");
        assertThat(openssl.at("/severitySource").asString()).isEqualTo("NVD nvd@nist.gov");
        JsonNode django = report.at("/findings/1");
        assertThat(django.at("/vulnerability").asString()).isEqualTo("CVE-2099-0001");
        assertThat(django.at("/aliases/0").asString()).isEqualTo("PYSEC-2099-1");
        assertThat(django.at("/component/purl").asString()).isEqualTo("pkg:pypi/django@2.2.10");
        assertThat(django.at("/severity").asString()).isEqualTo("critical");
        assertThat(django.at("/cvss/score").asDouble()).isEqualTo(9.8);
        assertThat(django.at("/epss").asDouble()).isEqualTo(0.12345);
        assertThat(django.at("/match/kind").asString()).isEqualTo("purl-range");
        assertThat(django.at("/match/source").asString()).isEqualTo("OSV PYSEC-2099-1");
        assertThat(django.at("/match/why").asString()).contains("2.2.10");
        JsonNode candidate = report.at("/findings/2");
        assertThat(candidate.at("/match/kind").asString()).isEqualTo("name");
        assertThat(candidate.at("/match/confidence").asString()).isEqualTo("name-only");
        assertThat(report.at("/unread").size()).isZero();
        assertThat(report.at("/conflicts").size()).isZero();
        assertThat(report.at("/summary/findings").asInt()).isEqualTo(2);
        assertThat(report.at("/summary/candidates").asInt()).isEqualTo(1);
    }

    @Test
    void givesTheSameAnswerFromAPreparedIndex() {
        Path index = folder.resolve("all.index");
        CommandRun prepared =
                CommandRun.of(folder.resolve("cache"), "index", vulns.toString(), "--out", index.toString());
        assertThat(prepared.code()).as(prepared.err()).isZero();
        JsonNode direct = json();
        vulns = index;

        assertThat(json().at("/findings")).isEqualTo(direct.at("/findings"));
    }

    @Test
    void preparesAFolderOnceAndAgainWhenItsContentChanges() throws IOException {
        assertThat(scan().err()).contains("Preparing an index of 5 files");
        assertThat(scan().err()).doesNotContain("Preparing");
        Files.writeString(vulns.resolve("osv.json"), OSV.replace("2.2.24", "2.2.5"));

        CommandRun changed = scan("--format", "json");

        assertThat(changed.err()).contains("Preparing");
        assertThat(JSON.readTree(changed.out()).at("/summary/findings").asInt()).isEqualTo(1);
    }

    @Test
    void showsAReadableTable() {
        CommandRun run = scan();

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("CycloneDX 1.6 · 4 components")
                .contains("openssl 1.0.2k")
                .contains("KEV")
                .contains("Candidates: only the names agree")
                .contains("2 findings of 2 vulnerabilities in 2 of 4 components")
                .doesNotContain("\u001b");
        assertThat(run.out().lines())
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(130));
    }

    @Test
    void endsWithOneWhenItFindsWhatItIsToLookFor() {
        assertThat(scan("--fail-on", "critical").code()).isEqualTo(1);
        assertThat(scan("--fail-on", "kev").code()).isEqualTo(1);
        assertThat(scan("--fail-on", "LOW").code()).isEqualTo(1);
    }

    @Test
    void doesNotFailOnWhatIsBelowTheLevelNorOnCandidates() throws IOException {
        Files.delete(vulns.resolve("osv.json"));
        Files.delete(vulns.resolve("kev.json"));

        assertThat(scan("--fail-on", "high").code()).isZero();
        assertThat(scan("--fail-on", "medium").code()).isEqualTo(1);

        Files.delete(vulns.resolve("nvd.json"));
        assertThat(scan("--fail-on", "low").code()).isZero();
    }

    @Test
    void countsAVulnerabilityThatNobodyRatedAsGrave() throws IOException {
        Files.writeString(vulns.resolve("osv.json"), OSV.replaceAll("\"severity\": \\[.*?\\],", ""));
        Files.delete(vulns.resolve("nvd.json"));

        assertThat(scan("--fail-on", "critical").code()).isEqualTo(1);
        assertThat(scan("--fail-on", "kev").code()).isZero();
    }

    @Test
    void cannotTellOfKnownExploitationWithoutTheCatalogue() throws IOException {
        Files.delete(vulns.resolve("kev.json"));
        CommandRun gate = scan("--fail-on", "kev");

        assertThat(gate.code()).isEqualTo(3);
        assertThat(gate.err()).contains("no source is CISA's KEV catalogue");
        assertThat(scan().out()).contains("known exploitation not asked");
    }

    @Test
    void writesCsvWithoutFormulas() throws IOException {
        sbom = Files.writeString(sbom, SBOM.replace("\"bom-ref\": \"d\"", "\"bom-ref\": \"=cmd|'/c calc'!A1\""));

        CommandRun run = scan("--format", "csv");

        assertThat(run.out().lines().count()).isEqualTo(4);
        assertThat(run.out())
                .startsWith("vulnerability,aliases,component,version")
                .contains(",'=cmd|'/c calc'!A1,");
    }

    @Test
    void writesSarif() {
        JsonNode sarif = JSON.readTree(scan("--format", "sarif").out());

        assertThat(sarif.at("/version").asString()).isEqualTo("2.1.0");
        assertThat(sarif.at("/runs/0/tool/driver/rules").size()).isEqualTo(3);
        assertThat(sarif.at("/runs/0/results").size()).isEqualTo(3);
        assertThat(sarif.at("/runs/0/results/0/ruleId").asString()).isEqualTo("CVE-2099-0002");
        assertThat(sarif.at("/runs/0/results/0/level").asString()).isEqualTo("error");
        assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isPositive();
    }

    @Test
    void matchesNothingByWithdrawnAndRejectedRecords() throws IOException {
        Files.writeString(
                vulns.resolve("osv.json"),
                OSV.replace("\"aliases\"", "\"withdrawn\": \"2099-02-01T00:00:00Z\", \"aliases\""));
        Files.writeString(vulns.resolve("nvd.json"), NVD.replace("Analyzed", "Rejected"));

        assertThat(json().at("/summary/findings").asInt()).isZero();
    }

    @Test
    void letsTheNewestOfOneIdOfOneSourceWin() throws IOException {
        Files.writeString(
                vulns.resolve("zz-older.json"),
                OSV.replace("2099-01-02", "2098-01-01").replace("2.2.24", "99"));
        sbom = Files.writeString(sbom, SBOM.replace("2.2.10", "2.2.30"));

        assertThat(json().at("/summary/findings").asInt()).isEqualTo(1);
    }

    @Test
    void keepsReadingBesideOnePoisonousRecord() throws IOException {
        Files.writeString(
                vulns.resolve("osv.ndjson"),
                OSV.replace("\n", " ").replace("PYSEC-2099-1", "PYSEC-2099-9") + "\n{\"id\": \"PYSEC-2099-8\", \"aff\n"
                        + OSV.replace("\n", " ")
                                .replace("PYSEC-2099-1", "PYSEC-2099-7")
                                .replace("CVE-2099-0001", "CVE-2099-0007"));

        JsonNode report = json();

        assertThat(report.at("/summary/findings").asInt()).isEqualTo(3);
        assertThat(report.at("/unread").size()).isEqualTo(1);
        assertThat(report.at("/unread/0/line").asInt()).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithAnUnreadableSbomAndKeepsTheOthers() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), SBOM.substring(0, SBOM.length() / 2));

        CommandRun run = scan("--format", "json", broken.toString());
        CommandRun both = CommandRun.of(
                folder.resolve("cache"),
                "scan",
                broken.toString(),
                sbom.toString(),
                "--format",
                "json",
                "--vulns",
                vulns.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(both.code()).isEqualTo(3);
        assertThat(both.err()).contains("broken.json").contains("line");
        assertThat(JSON.readTree(both.out()).at("/findings").size()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void refusesToScanWithoutSources() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandRun nothing =
                CommandRun.of(folder.resolve("cache"), "scan", sbom.toString(), "--vulns", empty.toString());
        CommandRun absent = CommandRun.of(
                folder.resolve("cache"),
                "scan",
                sbom.toString(),
                "--vulns",
                folder.resolve("no").toString());
        Files.writeString(empty.resolve("page.json"), "<html><body>moved</body></html>");
        CommandRun html = CommandRun.of(folder.resolve("cache"), "scan", sbom.toString(), "--vulns", empty.toString());

        assertThat(nothing.code()).isEqualTo(3);
        assertThat(nothing.err()).contains("no sources");
        assertThat(absent.code()).isEqualTo(3);
        assertThat(absent.err()).contains("there is no");
        assertThat(html.code()).isEqualTo(3);
        assertThat(html.err()).contains("page.json");
    }

    @Test
    void endsWithThreeWhenASourceThatWasNamedCannotBeRead() throws IOException {
        Path page = Files.writeString(folder.resolve("page.json"), "<html><body>moved</body></html>");
        CommandRun named = CommandRun.of(
                folder.resolve("cache"), "scan", sbom.toString(), "--vulns", vulns.toString(), page.toString());
        Files.copy(page, vulns.resolve("page.json"));

        assertThat(named.code()).isEqualTo(3);
        assertThat(named.out()).contains("2 findings");
        assertThat(named.err()).contains("source \"page.json\" could not be read");
        assertThat(scan().code()).isZero();
    }

    @Test
    void tellsHowItIsUsed() {
        assertThat(CommandRun.of(folder, "scan").code()).isEqualTo(2);
        assertThat(CommandRun.of(folder, "scan", sbom.toString(), "--vulns", vulns.toString(), "--format", "xls")
                        .code())
                .isEqualTo(2);
        assertThat(CommandRun.of(folder, "no-such-command").code()).isEqualTo(2);
        assertThat(CommandRun.of(folder, "scan", "--help").out()).contains("Exit codes: 0 fine");
    }

    @Test
    void refusesAnIndexOfAnotherVersionOrADamagedOne() throws IOException {
        Path index = folder.resolve("all.index");
        CommandRun.of(folder.resolve("cache"), "index", vulns.toString(), "--out", index.toString());
        byte[] bytes = Files.readAllBytes(index);
        Files.write(index, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        vulns = index;

        CommandRun run = scan();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("no index, or was cut off");
    }
}

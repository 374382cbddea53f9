package dev.ward.standards.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.AdvisoryVisitor;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.intake.AdvisoryIntake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisoryCodecTest {

    private static final String CVE = """
            {"dataType": "CVE_RECORD", "dataVersion": "5.1",
             "cveMetadata": {"cveId": "CVE-2030-0001", "assignerOrgId": "x", "state": "PUBLISHED",
               "datePublished": "2030-01-01T00:00:00Z", "dateUpdated": "2030-02-01T00:00:00Z"},
             "containers": {"cna": {"providerMetadata": {"orgId": "x", "shortName": "pump"},
               "title": "Overflow in the pump's parser",
               "descriptions": [{"lang": "en", "value": "An overflow."}],
               "metrics": [{"cvssV3_1": {"version": "3.1",
                 "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}}],
               "affected": [
                 {"vendor": "Example", "product": "Pump", "versions": [
                   {"version": "1.0", "lessThan": "1.5", "versionType": "semver", "status": "affected"}]},
                 {"vendor": "Example", "product": "Parser",
                   "collectionURL": "https://pypi.org", "packageName": "parser",
                   "versions": [{"version": "2.0", "status": "affected"}]}],
               "cpeApplicability": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [
                 {"vulnerable": true, "criteria": "cpe:2.3:a:example:pump:*:*:*:*:*:*:*:*",
                  "versionStartIncluding": "1.0", "versionEndExcluding": "1.5"}]}]}]}}}
            """;

    @Test
    void givesBackTheHeadAndEachStatementOfARecord() throws Exception {
        Advisory advisory = read(CVE);
        byte[] bytes = AdvisoryCodec.encode(advisory);

        Advisory head = AdvisoryCodec.decodeHead(new ByteReader(bytes));
        assertThat(head.source() + " " + head.id()).isEqualTo("CVE CVE-2030-0001");
        assertThat(head.modified()).isEqualTo(advisory.modified());
        assertThat(head.summary()).isEqualTo(advisory.summary());
        assertThat(head.severities()).isEqualTo(advisory.severities()).isNotEmpty();

        assertThat(advisory.affected()).hasSizeGreaterThan(2);
        for (int i = 0; i < advisory.affected().size(); i++) {
            ByteReader reader = new ByteReader(bytes);
            AdvisoryCodec.decodeHead(reader);
            assertThat(AdvisoryCodec.decodeAffected(reader, i, null))
                    .isEqualTo(advisory.affected().get(i));
        }
    }

    @Test
    void givesBackAnEntryOfTheCatalogue() {
        KevEntry entry = new KevEntry("CVE-2030-0001", "Example", "Pump", "Overflow", LocalDate.EPOCH, null, "Known");
        assertThat(AdvisoryCodec.decodeKev(new ByteReader(AdvisoryCodec.encode(entry))))
                .isEqualTo(entry);
    }

    @Test
    void givesBackAScoreWithoutAPercentile() {
        EpssScore score = new EpssScore("CVE-2030-0001", 0.25, null, "2030-01-01", "v1");
        byte[] bytes = AdvisoryCodec.encode(score, 0);
        List<AdvisoryCodec.Edition> editions = List.of(new AdvisoryCodec.Edition("2030-01-01", "v1"));
        assertThat(AdvisoryCodec.decodeEpss("CVE-2030-0001", new ByteReader(bytes), editions))
                .isEqualTo(score);
    }

    private static Advisory read(String record) throws IOException, UnreadableInput {
        List<Advisory> told = new ArrayList<>();
        AdvisoryIntake.read(
                "record", new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8)), new AdvisoryVisitor() {
                    @Override
                    public void advisory(Advisory advisory) {
                        told.add(advisory);
                    }

                    @Override
                    public void kev(KevEntry entry) {
                        throw new AssertionError(entry);
                    }

                    @Override
                    public void epss(EpssScore score) {
                        throw new AssertionError(score);
                    }

                    @Override
                    public void unread(Unread unread) {
                        throw new AssertionError(unread);
                    }
                });
        return told.getFirst();
    }
}

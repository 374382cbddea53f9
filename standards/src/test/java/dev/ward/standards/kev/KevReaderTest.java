package dev.ward.standards.kev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.advisory.KevCatalogue;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.input.Unread;
import dev.ward.standards.intake.Told;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KevReaderTest {

    @Test
    void readsTheSameCatalogueFromJsonAndFromCsv() throws Exception {
        Told json = real("kev/known_exploited_vulnerabilities.json");
        Told csv = real("kev/known_exploited_vulnerabilities.csv");
        assertThat(json.kev).hasSize(1_404).isEqualTo(csv.kev);
        assertThat(json.catalogues)
                .containsExactly(new KevCatalogue("2025.08.25", Instant.parse("2025-08-25T17:04:19.9796Z"), 1_404L));
        assertThat(csv.catalogues).isEmpty();
        assertThat(json.unread).isEmpty();
        assertThat(csv.unread).isEmpty();
        assertThat(json.kev.getFirst())
                .isEqualTo(new KevEntry(
                        "CVE-2025-48384",
                        "Git",
                        "Git",
                        "Git Link Following Vulnerability",
                        LocalDate.of(2025, 8, 25),
                        LocalDate.of(2025, 9, 15),
                        "Unknown"));
    }

    @Test
    void readsQuotedCellsWithCommasQuotesAndLineEnds() throws Exception {
        Told told = Told.of("""
                cveID,vendorProject,product,vulnerabilityName,dateAdded,dueDate,knownRansomwareCampaignUse
                CVE-2021-44228,"Apache, Inc.","Log ""4"" j","one
                two",2021-12-10,,Known
                CVE-2021-44229,a,b,c
                CVE-2021-44230,a,b,c,2021-12-10,2021-12-24,Unknown
                """);
        assertThat(told.kev)
                .containsExactly(
                        new KevEntry(
                                "CVE-2021-44228",
                                "Apache, Inc.",
                                "Log \"4\" j",
                                "one\ntwo",
                                LocalDate.of(2021, 12, 10),
                                null,
                                "Known"),
                        new KevEntry(
                                "CVE-2021-44230",
                                "a",
                                "b",
                                "c",
                                LocalDate.of(2021, 12, 10),
                                LocalDate.of(2021, 12, 24),
                                "Unknown"));
        assertThat(told.lost()).hasSize(1);
        assertThat(told.lost().getFirst().location().line()).isEqualTo(4);
    }

    @Test
    void losesAnEntryWithoutADateAndReadsTheNext() throws Exception {
        Told told = Told.of("""
                {"catalogVersion": "1", "vulnerabilities": [
                  {"cveID": "CVE-2021-1111", "dateAdded": "yesterday"},
                  {"cveID": 5},
                  {"cveID": "CVE-2021-2222", "dateAdded": "2021-12-10", "dueDate": "soon"}
                ]}
                """);
        assertThat(told.kev).extracting(KevEntry::cve).containsExactly("CVE-2021-2222");
        assertThat(told.unread)
                .extracting(Unread::lost, it -> it.location().toString())
                .contains(
                        org.assertj.core.groups.Tuple.tuple(true, "line 2, column 3 (/vulnerabilities/0/dateAdded)"),
                        org.assertj.core.groups.Tuple.tuple(true, "line 3, column 3 (/vulnerabilities/1/cveID)"),
                        org.assertj.core.groups.Tuple.tuple(false, "line 4, column 3 (/vulnerabilities/2/dueDate)"));
    }

    private static Told real(String path) throws Exception {
        try (InputStream in = Files.newInputStream(RealFiles.need(path))) {
            return Told.of(in);
        }
    }
}

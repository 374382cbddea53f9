package dev.ward.standards.epss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.input.Unread;
import dev.ward.standards.intake.Told;
import java.io.InputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class EpssReaderTest {

    @Test
    void readsEveryScoreOfARealDay() throws Exception {
        try (InputStream in = Files.newInputStream(RealFiles.need("epss/epss_scores-2026-01-30.csv.gz"))) {
            Told told = Told.of(in);
            assertThat(told.epss).hasSize(313_089);
            assertThat(told.unread).isEmpty();
            assertThat(told.epss.getFirst())
                    .isEqualTo(new EpssScore("CVE-1999-0001", 0.01151, 0.78086, "2026-01-30T12:55:00Z", "v2025.03.14"));
        }
    }

    @Test
    void readsAFileWithoutACommentLine() throws Exception {
        assertThat(Told.of("cve,epss,percentile\nCVE-2021-44228,0.97,1\n").epss)
                .containsExactly(new EpssScore("CVE-2021-44228", 0.97, 1.0, "", ""));
    }

    @Test
    void givesNoPercentileWhereTheFileHasNone() throws Exception {
        assertThat(Told.of("cve,epss\nCVE-2021-44228,0.97\n").epss)
                .containsExactly(new EpssScore("CVE-2021-44228", 0.97, null, "", ""));
    }

    @Test
    void findsColumnsByTheirNames() throws Exception {
        assertThat(Told.of("cve,epss,new,percentile\r\nCVE-2021-44228,0.5,x,0.25\r\n").epss)
                .containsExactly(new EpssScore("CVE-2021-44228", 0.5, 0.25, "", ""));
    }

    @Test
    void losesOnlyTheLineThatIsBroken() throws Exception {
        Told told = Told.of("""
                #model_version:v1,score_date:2026-01-30
                cve,epss,percentile
                CVE-2021-1,NaN,0.5
                CVE-2021-2,1.5,0.5
                CVE-2021-3
                nothing,0.1,0.1
                CVE-2021-5,0.1,0.2
                """);
        assertThat(told.epss).containsExactly(new EpssScore("CVE-2021-5", 0.1, 0.2, "2026-01-30", "v1"));
        assertThat(told.lost()).extracting(it -> it.location().line()).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void saysThatATableIsEmpty() throws Exception {
        assertThat(Told.of("cve,epss,percentile\n").unread)
                .extracting(Unread::reason)
                .containsExactly("holds no records");
    }
}

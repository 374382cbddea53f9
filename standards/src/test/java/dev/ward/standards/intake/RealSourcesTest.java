package dev.ward.standards.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.AdvisoryVisitor;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole real sources: each record is told, and each part that is not is listed here with its reason.
class RealSourcesTest {

    /// Years without a record hold one that says so.
    private static final int PLACEHOLDERS = 15;

    private static final Pattern QUOTED = Pattern.compile("\".*\"");

    @ParameterizedTest
    @CsvSource({"osv/osv-go.ndjson.gz, 4291", "osv/osv-pypi.ndjson.gz, 2661"})
    void readsEveryOsvRecord(String path, int records) throws Exception {
        Counted counted = new Counted();
        AdvisoryIntake.Taken taken = counted.read(RealFiles.need(path));
        assertThat(taken).isEqualTo(new AdvisoryIntake.Taken(Set.of(AdvisoryKind.OSV), records, 0));
    }

    /// One record begins at a nightly build, which has no place among Mastodon's releases.
    @Test
    void readsEveryRecordOfBitnami() throws Exception {
        Counted counted = new Counted();
        counted.read(RealFiles.need("osv/osv-bitnami.ndjson.gz"));
        assertThat(counted.advisories).isEqualTo(6_702);
        assertThat(counted.reasons).isEqualTo(Map.of("marked: has events that cannot be sorted: …", 1));
        assertThat(counted.examples).extracting(Unread::what).containsExactly("BIT-mastodon-2026-47777");
    }

    /// Some CPE names of IBM have more than eleven attributes; nothing is lost.
    @Test
    void readsEveryCveRecord() throws Exception {
        Counted counted = new Counted();
        counted.read(RealFiles.need("vulnrichment/cve5-vulnrichment.ndjson.gz"));
        assertThat(counted.advisories).isEqualTo(39_706);
        assertThat(counted.reasons)
                .isEqualTo(Map.of(
                        "marked: It has 12 attributes, not 11; those beyond are left out.", 16,
                        "marked: It has 15 attributes, not 11; those beyond are left out.", 2));
    }

    @ParameterizedTest
    @CsvSource({"nvd-api-2.0, 9, 11", "osv-samples, 22, 22"})
    void readsEverySample(String folder, int files, int records) throws Exception {
        Counted counted = new Counted();
        List<Path> samples = files(folder);
        for (Path sample : samples) {
            counted.read(sample);
        }
        assertThat(samples).hasSize(files);
        assertThat(counted.advisories).isEqualTo(records);
        assertThat(counted.reasons.keySet()).noneMatch(reason -> reason.startsWith("lost"));
    }

    @Test
    void readsEveryRecordOfTheFeedsOfTheNvd() throws Exception {
        Counted counted = new Counted();
        for (Path feed : files("bench-portfolio/nvd-2.0")) {
            counted.read(feed);
        }
        assertThat(counted.advisories).isEqualTo(43_907 + PLACEHOLDERS);
        assertThat(counted.reasons).as("%s", counted.examples).isEqualTo(Map.of());
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(RealFiles.need(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// Counts advisories, and unread parts by their reasons without what they quote.
    private static final class Counted implements AdvisoryVisitor {

        private final Map<String, Integer> reasons = new TreeMap<>();
        private final List<Unread> examples = new ArrayList<>();
        private int advisories;

        AdvisoryIntake.Taken read(Path file) throws IOException, UnreadableInput {
            try (InputStream in = Files.newInputStream(file)) {
                return AdvisoryIntake.read(file.getFileName().toString(), in, this);
            }
        }

        @Override
        public void advisory(Advisory advisory) {
            advisories++;
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
        public void unread(Unread part) {
            String reason = (part.lost() ? "lost: " : "marked: ")
                    + QUOTED.matcher(part.reason()).replaceAll("…");
            reasons.merge(reason, 1, Integer::sum);
            if (examples.size() < 100) {
                examples.add(part);
            }
        }
    }
}

package dev.ward.standards.intake;

import static dev.ward.standards.intake.AdvisoryIntakeTest.OSV;
import static dev.ward.standards.intake.AdvisoryIntakeTest.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class UnpackingTest {

    private static final byte[] RECORD = bytes(OSV.formatted(1));

    @Test
    void readsGzipAlsoOfSeveralMembers() throws Exception {
        byte[] first = gzip(bytes(OSV.formatted(1) + "\n"));
        byte[] second = gzip(bytes(OSV.formatted(2) + "\n"));
        assertThat(ids(Told.of(joined(first, second)))).containsExactly("OSV-1", "OSV-2");
    }

    @Test
    void readsEveryEntryOfAZipAndAnArchiveWithin() throws Exception {
        byte[] zip = zip(
                "a.json",
                RECORD,
                "folder/",
                new byte[0],
                "b",
                gzip(bytes(OSV.formatted(2))),
                "c.html",
                bytes("<html>"));
        Told told = Told.of(zip);
        assertThat(ids(told)).containsExactly("OSV-1", "OSV-2");
        assertThat(told.unread).extracting(Unread::input, Unread::lost).containsExactly(tuple("input!c.html", true));
    }

    @Test
    void tellsOfANameThatClimbsOut() throws Exception {
        Told told = Told.of(zip("../../etc/passwd", RECORD, "C:\\x", RECORD, "/x", RECORD, "a..b", RECORD));
        assertThat(told.advisories).hasSize(4);
        assertThat(told.unread)
                .extracting(Unread::input, Unread::lost)
                .containsExactly(
                        tuple("input!../../etc/passwd", false), tuple("input!C:\\x", false), tuple("input!/x", false));
    }

    @Test
    void unpacksNoDeeperThanThreeArchives() throws Exception {
        assertThat(ids(Told.of(gzip(gzip(gzip(RECORD)))))).containsExactly("OSV-1");
        byte[] four = gzip(gzip(gzip(gzip(RECORD))));
        assertThatThrownBy(() -> Told.of(four))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("lies within 3 others");
    }

    @Test
    void refusesABomb() throws Exception {
        byte[] bomb = new byte[64 << 20];
        Arrays.fill(bomb, (byte) ' ');
        byte[] gzip = gzip(joined(bytes("["), bomb));
        assertThatThrownBy(() -> Told.of(gzip))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("more than 200 times its size");
        Told told = Told.of(zip("a", RECORD, "bomb", joined(bytes("<"), bomb), "b", RECORD));
        assertThat(told.advisories).hasSize(1);
        assertThat(told.lost()).extracting(Unread::what).contains("the rest of the archive");
    }

    @Test
    void keepsWhatStandsBeforeTheEndOfACutArchive() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append(OSV.formatted(Integer.toString(i * 7919, 36))).append('\n');
        }
        byte[] gzip = gzip(bytes(lines.toString()));
        Told told = Told.of(Arrays.copyOf(gzip, gzip.length / 2));
        assertThat(told.advisories).hasSizeBetween(1_000, 19_999);
        assertThat(told.lost()).extracting(Unread::what).contains("the rest of the archive");
    }

    @Test
    void tellsThatAZipHasNoEnd() throws Exception {
        byte[] one = zip("a", RECORD);
        byte[] two = zip("a", RECORD, "b", RECORD);
        int cut = Arrays.mismatch(Arrays.copyOf(one, 4096), Arrays.copyOf(two, 4096));
        Told told = Told.of(Arrays.copyOf(two, cut - 1));
        assertThat(told.advisories).hasSize(1);
        assertThat(told.lost()).hasSize(1);
    }

    @Test
    void refusesAnArchiveThatIsDamagedFromTheStart() {
        byte[] gzip = Arrays.copyOf(new byte[] {0x1F, (byte) 0x8B, 9, 9}, 40);
        assertThatThrownBy(() -> Told.of(gzip))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("is damaged");
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}

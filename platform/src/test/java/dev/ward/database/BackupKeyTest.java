package dev.ward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.Statement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was encrypted comes back whole, by its key, or not at all.
class BackupKeyTest {

    private static final int SEGMENT = BackupKey.SEGMENT;
    private static final int TAG = 16;

    private final Path folder;
    private final Path file;
    private final BackupKey key;

    BackupKeyTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = folder.resolve("backup");
        this.key = key(folder, "correct horse battery staple");
    }

    static BackupKey key(Path folder, String secret) throws IOException {
        return BackupKey.read(keyFile(folder, secret + "\n", "r--------"));
    }

    private static Path keyFile(Path folder, String content, String permissions) throws IOException {
        Path file = Files.createTempFile(folder, "backup", ".key");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static byte[] chance(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private void encrypt(byte[] plain) throws IOException {
        try (OutputStream out = key.encrypt(Files.newOutputStream(file))) {
            out.write(plain);
        }
    }

    private byte[] decrypted(BackupKey by) throws IOException {
        try (SeekableByteChannel channel = by.decrypt(file)) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private void assertRefused(String words) {
        assertThatThrownBy(() -> key.decrypt(file))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining(words)
                .hasMessageContaining("Nothing of it was restored");
    }

    /// How much of what is written the first segment takes, and each further one.
    private static int first() {
        return SEGMENT - BackupHeader.LENGTH - 40 - TAG;
    }

    @Test
    void givesBackWhatWasWrittenWhateverItsLength() throws IOException {
        for (int length : new int[] {1, first() - 1, first(), first() + 1, 3 * SEGMENT + 7}) {
            byte[] plain = chance(length);
            encrypt(plain);
            assertThat(decrypted(key)).as("%d bytes", length).isEqualTo(plain);
        }
    }

    @Test
    void refusesWhatHoldsNothing() throws IOException {
        encrypt(new byte[0]);

        assertThatThrownBy(() -> key.decrypt(file)).hasMessageContaining("holds nothing");
    }

    @Test
    void canBeReadFromAnywhere() throws IOException {
        byte[] plain = chance(3 * SEGMENT + 7);
        encrypt(plain);

        try (SeekableByteChannel channel = key.decrypt(file)) {
            assertThat(channel.size()).isEqualTo(plain.length);
            for (int at : new int[] {plain.length - 5, 0, 2 * SEGMENT - 2}) {
                ByteBuffer piece = ByteBuffer.allocate(5);
                channel.position(at).read(piece);
                assertThat(piece.array()).isEqualTo(Arrays.copyOfRange(plain, at, at + 5));
            }
        }
    }

    @Test
    @Statement("X5")
    void refusesAnotherKey() throws IOException {
        encrypt(chance(100));
        BackupKey other = key(folder, "correct horse battery stable");

        assertThatThrownBy(() -> other.decrypt(file))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("encrypted with another key")
                .hasMessageContaining("Nothing of it was restored");
    }

    @Test
    void refusesWhatWasCutOff() throws IOException {
        encrypt(chance(3 * SEGMENT));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {
            whole.length - 1,
            3 * SEGMENT,
            2 * SEGMENT,
            SEGMENT,
            SEGMENT + 3,
            BackupHeader.LENGTH + 40,
            BackupHeader.LENGTH,
            20
        }) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused("was changed or cut off");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertRefused("was changed or cut off");
    }

    @Test
    void refusesSegmentsInAnotherOrderOrOfAnotherFile() throws IOException {
        encrypt(chance(4 * SEGMENT));
        byte[] whole = Files.readAllBytes(file);
        byte[] swapped = whole.clone();
        System.arraycopy(whole, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(whole, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        Files.write(file, swapped);
        assertRefused("was changed or cut off");

        byte[] leftOut = Arrays.copyOf(whole, whole.length - SEGMENT);
        System.arraycopy(whole, 2 * SEGMENT, leftOut, SEGMENT, whole.length - 2 * SEGMENT);
        Files.write(file, leftOut);
        assertRefused("was changed or cut off");

        encrypt(chance(4 * SEGMENT));
        byte[] other = Files.readAllBytes(file);
        System.arraycopy(whole, SEGMENT, other, SEGMENT, SEGMENT);
        Files.write(file, other);
        assertRefused("was changed or cut off");
    }

    @Test
    void refusesOneBitThatWasChangedAnywhere() throws IOException {
        encrypt(chance(2 * SEGMENT));
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {
            BackupHeader.LENGTH, BackupHeader.LENGTH + 39, SEGMENT - 1, SEGMENT, SEGMENT + 100, whole.length - 1
        }) {
            Files.write(file, flipped(whole, at));
            assertRefused("was changed or cut off");
        }
        for (int at : new int[] {13, 16, 17, 20, 24, 25, 41, BackupHeader.LENGTH - 1}) {
            Files.write(file, flipped(whole, at));
            assertRefused("another key (or its beginning was changed)");
        }
        Files.write(file, flipped(whole, 12));
        assertThatThrownBy(() -> key.decrypt(file)).hasMessageContaining("in the version 0");
    }

    private static byte[] flipped(byte[] whole, int at) {
        byte[] changed = whole.clone();
        changed[at] ^= 1;
        return changed;
    }

    @Test
    void holdsNoMoreThanASegmentOfWhatIsWritten() throws IOException {
        Counted out = new Counted();
        byte[] piece = chance(1 << 16);
        long written = 0;
        try (OutputStream encrypting = key.encrypt(out)) {
            for (int i = 0; i < 512; i++) {
                encrypting.write(piece);
                written += piece.length;
                assertThat(written - out.count).isLessThanOrEqualTo(2 * SEGMENT);
            }
        }
        assertThat(out.count).isGreaterThan(written);
    }

    private static final class Counted extends OutputStream {

        private long count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }

    @Test
    void makesOfTheSameTwiceTwoFilesThatAreNotAlike() throws IOException {
        byte[] plain = chance(1000);
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        for (ByteArrayOutputStream out : new ByteArrayOutputStream[] {one, two}) {
            try (OutputStream encrypting = key.encrypt(out)) {
                encrypting.write(plain);
            }
        }

        assertThat(one.size()).isEqualTo(two.size());
        assertThat(Arrays.mismatch(one.toByteArray(), two.toByteArray())).isLessThan(BackupHeader.LENGTH);
    }

    @Test
    void isReadFromAFileForItsOwnerAlone() throws IOException {
        String secret = "a passphrase of some length";
        for (String permissions : new String[] {"r--r-----", "r-----r--", "rw--w----", "rw-----w-"}) {
            Path open = keyFile(folder, secret, permissions);
            assertThatThrownBy(() -> BackupKey.read(open))
                    .isInstanceOf(DatabaseTrouble.class)
                    .hasMessageContaining("others may read or change");
        }
        Path brief = keyFile(folder, "too short a word  \n", "rw-------");
        assertThatThrownBy(() -> BackupKey.read(brief)).hasMessageContaining("less than 20 characters");
        Path long5 = keyFile(folder, "x".repeat(5000), "rw-------");
        assertThatThrownBy(() -> BackupKey.read(long5)).hasMessageContaining("more than 4096 bytes");
        assertThatThrownBy(() -> BackupKey.read(folder.resolve("absent"))).hasMessageContaining("there is no key file");
        assertThat(key).hasToString("BackupKey[]");

        encrypt(chance(10));
        Path windows = keyFile(folder, "correct horse battery staple\r\n", "rw-------");
        assertThat(decrypted(BackupKey.read(windows))).isEqualTo(chance(10));
    }

    @Test
    void asksForNoMoreMemoryThanAWardWrites() throws IOException {
        encrypt(chance(10));
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.position(13)
                    .write(ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).flip());
        }

        assertRefused("another key");
    }
}

package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.database.Uuids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedVaultTest {

    private static final byte[] SEED = "a seed of twenty byt".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final AccountId anna = new AccountId(Uuids.next());

    @Test
    void opensWhatItClosedForTheSameAccountAlone() {
        SeedVault vault = SeedVault.forgetful();
        byte[] closed = vault.close(anna, SEED);

        assertThat(vault.open(anna, closed)).hasValue(SEED);
        assertThat(new String(closed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("seed");
        assertThat(vault.close(anna, SEED)).isNotEqualTo(closed);
        assertThat(vault.open(new AccountId(Uuids.next()), closed)).isEmpty();
        assertThat(SeedVault.forgetful().open(anna, closed)).isEmpty();
        closed[closed.length - 1] ^= 1;
        assertThat(vault.open(anna, closed)).isEmpty();
    }

    @Test
    void keepsItsKeyInTheDataFolderForItsOwnerAlone(@TempDir Path folder) throws IOException {
        byte[] closed = new SeedVault("", folder.toString()).close(anna, SEED);

        assertThat(new SeedVault("", folder.toString()).open(anna, closed)).hasValue(SEED);
        Path file = folder.resolve("seeds.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String key = Files.readString(file);
        assertThat(new SeedVault(key, "").open(anna, closed)).hasValue(SEED);
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        String key = Base64.getEncoder().encodeToString(new byte[16]);

        assertThatThrownBy(() -> new SeedVault(key, "")).hasMessage("the key in WARD_SEEDS_KEY has 16 bytes, not 32");
    }
}

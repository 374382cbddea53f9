package dev.ward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.Statement;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final ChainHead HEAD = new ChainHead(17, "ab".repeat(32));
    private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");

    private static KeyPair pair() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @Test
    @Statement("X9")
    void isReadAsItWasSigned() throws Exception {
        Checkpoint signed = Checkpoint.of(HEAD, AT, pair());

        Checkpoint read = Checkpoint.parse(signed.json()).orElseThrow();

        assertThat(read).isEqualTo(signed);
        assertThat(read.isSound()).isTrue();
    }

    @Test
    void isUnsoundWhenAnythingOfItWasChanged() throws Exception {
        Checkpoint signed = Checkpoint.of(HEAD, AT, pair());
        String other = Checkpoint.of(HEAD, AT, pair()).key();

        assertThat(new Checkpoint(new ChainHead(16, HEAD.hash()), AT, signed.key(), signed.signature()).isSound())
                .isFalse();
        assertThat(new Checkpoint(HEAD, AT.plusSeconds(1), signed.key(), signed.signature()).isSound())
                .isFalse();
        assertThat(new Checkpoint(HEAD, AT, other, signed.signature()).isSound())
                .isFalse();
        assertThat(new Checkpoint(HEAD, AT, "no key", "no signature").isSound()).isFalse();
    }

    @Test
    void isNothingElse() {
        assertThat(Checkpoint.parse("")).isEmpty();
        assertThat(Checkpoint.parse("{}")).isEmpty();
        assertThat(Checkpoint.parse("[1]")).isEmpty();
        assertThat(Checkpoint.parse("{\"head\": \"x\", \"at\": \"2026-11-30T12:00:00Z\"}"))
                .isEmpty();
    }
}

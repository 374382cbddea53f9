package dev.ward.standards.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.version.range.NativeRange;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersHostileInputTest {

    private static final List<String> SCHEMES =
            List.of("npm", "conan", "gem", "pypi", "maven", "nuget", "nginx", "openssl");
    private static final String ALPHABET = "0129.-+~^<>=!|*,[]() xvV%:/\\\"'_a\u0000\u0007\t\n\u00e9\ud83d\udca9";

    @ParameterizedTest
    @ValueSource(
            strings = {"9", "1.", ".", "|", "||", ">", ">=1|", "> ", "!=1.2.*,", "[1,2),", "(", "%", "%41", "a-", "~> "
            })
    void endsOnAMegabyteOfOneThing(String piece) {
        read(piece.repeat(1_000_000 / piece.length()));
    }

    @Test
    void endsOnThousandsOfConstraints() {
        StringBuilder many = new StringBuilder("0");
        StringBuilder alternatives = new StringBuilder("0.0.0");
        for (int i = 30_000; i > 0; i--) {
            many.append("|<").append(i).append(".0.0");
            alternatives.append(" || ").append(i).append(".x");
        }
        assertThat(Vers.parseLenient("vers:npm/" + many).value()).hasToString("vers:npm/<30000.0.0");
        assertThat(NativeRange.toVers("npm", alternatives.toString())).hasToString("vers:npm/0.0.0|>=1.0.0|<30001.0.0");
    }

    @Test
    void refusesNothingByAnyOtherException() {
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(24);
            for (int j = 0; j < length; j++) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            read(text.toString());
        }
    }

    private static void read(String text) {
        for (String scheme : SCHEMES) {
            attempt(() -> Vers.parse("vers:" + scheme + "/" + text));
            attempt(() -> Vers.parseLenient("vers:" + scheme + "/" + text).value());
            attempt(() -> NativeRange.toVers(scheme, text));
            attempt(() -> Vers.parseLenient(text).value());
        }
    }

    private static void attempt(Supplier<Vers> reading) {
        try {
            Vers vers = reading.get();
            assertThat(Vers.parse(vers.toString())).isEqualTo(vers);
            assertThat(vers.contains("1.0")).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).hasSizeLessThan(500);
        }
    }
}

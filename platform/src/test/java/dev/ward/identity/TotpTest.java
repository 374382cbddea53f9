package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final String DIGITS = "1234567890";

    private static byte[] seed(int length) {
        return DIGITS.repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    /// RFC 6238, appendix B, all of it, with the seeds of its erratum 2866.
    @ParameterizedTest
    @CsvSource({
        "59,          94287082, 46119246, 90693936",
        "1111111109,  07081804, 68084774, 25091201",
        "1111111111,  14050471, 67062674, 99943326",
        "1234567890,  89005924, 91819424, 93441116",
        "2000000000,  69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void makesTheCodesOfTheStandard(long time, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(time));

        assertThat(Totp.code(seed(20), step, 8, "HmacSHA1")).isEqualTo(sha1);
        assertThat(Totp.code(seed(32), step, 8, "HmacSHA256")).isEqualTo(sha256);
        assertThat(Totp.code(seed(64), step, 8, "HmacSHA512")).isEqualTo(sha512);
    }

    @Test
    void takesTheCodesBesideThePresentOneAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);

        for (long beside = step - 3; beside <= step + 3; beside++) {
            String code = Totp.code(seed(20), beside, Totp.DIGITS, Totp.SHA1);
            assertThat(Totp.matching(seed(20), code, now))
                    .isEqualTo(Math.abs(beside - step) <= 1 ? OptionalLong.of(beside) : OptionalLong.empty());
        }
        assertThat(Totp.matching(seed(20), "", now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writesBytesAsTheStandardDoes(String text, String base32) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Test
    void tellsAnAppAllThatItNeeds() {
        Enrolment enrolment = Enrolment.of(seed(20), "anna+ward@example.org");

        assertThat(enrolment.secret()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(enrolment.address())
                .isEqualTo("otpauth://totp/Ward:anna%2Bward%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Ward&algorithm=SHA1&digits=6&period=30");
        String picture = enrolment.picture();
        assertThat(picture).startsWith("data:image/svg+xml;base64,");
        assertThat(new String(
                        Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1)),
                        StandardCharsets.UTF_8))
                .startsWith("<svg ");
    }
}

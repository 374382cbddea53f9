package dev.ward.identity;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.ward.web.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// What an authenticator app is told once, so that it makes the account's codes.
///
/// @param secret   the seed in letters and digits, in groups of four
/// @param address  the same with all that belongs to it: `otpauth://totp/…`
///
/// Source: Key Uri Format of Google Authenticator, which all apps read.
public record Enrolment(String secret, String address) {

    /// Modules to be left empty beside those that ZXing leaves.
    private static final int QUIET = 0;

    static Enrolment of(byte[] seed, String email) {
        String text = Base32.encode(seed);
        return new Enrolment(
                Base32.grouped(text, " "),
                "otpauth://totp/Ward:%s?secret=%s&issuer=Ward&algorithm=SHA1&digits=%d&period=%d"
                        .formatted(
                                URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20"),
                                text,
                                Totp.DIGITS,
                                Totp.STEP_SECONDS));
    }

    /// The address as a QR code, in an address of its own that a picture takes.
    public String picture() {
        try {
            return Symbol.address(Symbol.svg(new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0), QUIET));
        } catch (WriterException e) {
            throw new IllegalStateException("\"%s\" is too long for a QR code".formatted(address), e);
        }
    }
}

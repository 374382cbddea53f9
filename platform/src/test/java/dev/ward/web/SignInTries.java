package dev.ward.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knocks at the door as a stranger.
public final class SignInTries {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern VISIT = Pattern.compile("Set-Cookie: ([^=]*ward-visit=[^;]+)");

    private SignInTries() {}

    /// @return the status of the answer to a wrong password
    public static int wrong(Wire wire, String email, String... headers) {
        return Wire.statusOf(tried(wire, email, "wrong", headers));
    }

    /// @return the answer to a password
    public static String tried(Wire wire, String email, String password, String... headers) {
        String page = wire.ask("GET", "/sign-in", new byte[0]);
        Matcher token = TOKEN.matcher(page);
        Matcher visit = VISIT.matcher(page);
        if (!token.find() || !visit.find()) {
            throw new AssertionError(page);
        }
        String form =
                "email=%s&password=%s&_csrf=%s".formatted(encoded(email), encoded(password), encoded(token.group(1)));
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type: application/x-www-form-urlencoded";
        all[headers.length + 1] = "Cookie: " + visit.group(1);
        for (int i = 0; i < headers.length; i++) {
            if (headers[i].startsWith("Cookie: ")) {
                all[i] = "X-None: x";
                all[headers.length + 1] = headers[i] + "; " + visit.group(1);
            }
        }
        return wire.ask("POST", "/sign-in", form.getBytes(StandardCharsets.UTF_8), all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package dev.ward.identity;

import dev.ward.web.CookieName;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookie that holds a session's secret. Over https its name binds it to this host.
public final class SessionCookie {

    private static final String NAME = "ward";
    private static final String DEVICE = "ward-device";
    private static final String PENDING = "ward-pending";
    private static final String COMPANY = "ward-company";

    private SessionCookie() {}

    public static Optional<String> read(HttpServletRequest request) {
        return read(request, NAME);
    }

    /// Keeps the secret until the browser closes; the database knows when the session ends.
    public static void write(HttpServletRequest request, HttpServletResponse response, String secret) {
        write(request, response, NAME, secret, Duration.ofSeconds(-1));
    }

    /// The secret by which the door knows this browser again; it opens nothing.
    public static Optional<String> readDevice(HttpServletRequest request) {
        return read(request, DEVICE);
    }

    public static void writeDevice(HttpServletRequest request, HttpServletResponse response, String secret) {
        write(request, response, DEVICE, secret, Browsers.REMEMBERED);
    }

    /// The secret of a sign-in that waits for its second step.
    public static Optional<String> readPending(HttpServletRequest request) {
        return read(request, PENDING);
    }

    public static void writePending(HttpServletRequest request, HttpServletResponse response, String secret) {
        write(request, response, PENDING, secret, Duration.ofSeconds(-1));
    }

    public static void clearPending(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, PENDING, "", Duration.ZERO);
    }

    /// What the browser keeps while its person is at the company's sign-in.
    public static Optional<String> readCompany(HttpServletRequest request) {
        return read(request, COMPANY);
    }

    public static void writeCompany(HttpServletRequest request, HttpServletResponse response, String secret) {
        write(request, response, COMPANY, secret, Duration.ofSeconds(-1));
    }

    public static void clearCompany(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, COMPANY, "", Duration.ZERO);
    }

    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, NAME, "", Duration.ZERO);
    }

    static Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(CookieName.of(request, name))
                        && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    static void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(CookieName.of(request, name), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

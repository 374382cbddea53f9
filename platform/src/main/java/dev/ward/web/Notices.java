package dev.ward.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Says on the next page what the last act came to. Kept by the browser, so that no node needs to remember it.
public final class Notices {

    private static final String COOKIE = "ward-notice";
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int LONGEST = 500;

    private Notices() {}

    public static void say(HttpServletResponse response, String words) {
        String cut = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(cut.getBytes(StandardCharsets.UTF_8));
        set(response, value, LIFE);
    }

    static void clear(HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    static @Nullable String read(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return null;
        }
        String name = CookieName.of(request, COOKIE);
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                try {
                    return new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    return null; // not one of ours
                }
            }
        }
        return null;
    }

    private static void set(HttpServletResponse response, String value, Duration life) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web)) {
            throw new IllegalStateException("a notice belongs to a request");
        }
        HttpServletRequest request = web.getRequest();
        ResponseCookie cookie = ResponseCookie.from(CookieName.of(request, COOKIE), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

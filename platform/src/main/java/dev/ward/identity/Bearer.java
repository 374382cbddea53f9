package dev.ward.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/// The token in a request's header.
///
/// Source: RFC 6750, 2.1.
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    static boolean isIn(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /// Whether the address is one for programs.
    static boolean opens(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/actuator/");
    }

    static String token(HttpServletRequest request) {
        return Objects.requireNonNull(request.getHeader("Authorization"))
                .substring(SCHEME.length())
                .strip();
    }
}

package dev.ward.web;

import jakarta.servlet.http.HttpServletRequest;

/// The name of a cookie as it travels. Over https it binds the cookie to this host: a browser takes it from no other,
/// and from no page that came without https.
///
/// Source: draft-ietf-httpbis-rfc6265bis, 4.1.3.2.
public final class CookieName {

    private CookieName() {}

    public static String of(HttpServletRequest request, String name) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}

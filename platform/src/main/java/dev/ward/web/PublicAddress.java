package dev.ward.web;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Under which address people reach this Ward, as the operator says: the setting `ward.public-url`.
///
/// It alone decides which host a link names and whether cookies are only for https; no header of a request does.
@Component
public class PublicAddress {

    private final Optional<URI> url;

    /// @param text  `https://ward.example`; empty when Ward is used on this machine alone
    /// @throws SettingTrouble  when it is no such address
    PublicAddress(@Value("${ward.public-url:}") String text) {
        this.url = text.isBlank() ? Optional.empty() : Optional.of(parse(text.strip()));
    }

    private static URI parse(String text) {
        SettingTrouble wrong = new SettingTrouble(
                "WARD_PUBLIC_URL is \"%s\"; write scheme, host and port alone: https://ward.example".formatted(text));
        try {
            URI url = URI.create(text);
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            boolean bare = url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
            if (web && bare && url.getHost() != null && url.getPath().matches("/?")) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            wrong.initCause(e);
        }
        throw wrong;
    }

    public boolean isSet() {
        return url.isPresent();
    }

    boolean isSecure() {
        return scheme().equals("https");
    }

    String scheme() {
        return url.map(URI::getScheme).orElse("http").toLowerCase(Locale.ROOT);
    }

    String host() {
        return url.map(URI::getHost).orElse("127.0.0.1");
    }

    int port() {
        int port = url.map(URI::getPort).orElse(-1);
        return port >= 0 ? port : isSecure() ? 443 : 80;
    }

    /// An address for people.
    ///
    /// @param path   `/setup?code=…`
    /// @param local  the port on this machine, named when nothing else is known
    public String of(String path, int local) {
        return url.map(known -> Objects.toString(known).replaceAll("/$", "")).orElse("http://127.0.0.1:" + local)
                + path;
    }
}

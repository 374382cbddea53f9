package dev.ward.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/// Derives the token of a form from the session's secret, which no other site can know; before a sign-in from
/// a secret of the visit. Nothing is kept on the server.
@Component
class CsrfTokens implements CsrfTokenRepository {

    static final String HEADER = "X-CSRF-TOKEN";
    static final String PARAMETER = "_csrf";

    private static final String VISIT = "ward-visit";
    private static final String MADE = CsrfTokens.class.getName();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        String visit = Secret.random();
        request.setAttribute(MADE, visit);
        return of(visit);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(MADE) instanceof String visit) {
            SessionCookie.write(request, response, VISIT, visit, Duration.ofSeconds(-1));
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Optional<String> secret = SessionCookie.read(request).or(() -> SessionCookie.read(request, VISIT));
        return secret.map(CsrfTokens::of).orElse(null);
    }

    private static CsrfToken of(String secret) {
        return new DefaultCsrfToken(
                HEADER,
                PARAMETER,
                Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.digest("csrf:" + secret)));
    }
}

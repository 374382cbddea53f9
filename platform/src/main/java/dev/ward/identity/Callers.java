package dev.ward.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds out who sends a request, once a request and only when someone asks.
@Component
class Callers {

    private static final String FOUND = Callers.class.getName();

    private final Sessions sessions;
    private final Tokens tokens;

    Callers(Sessions sessions, Tokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    Optional<Caller> of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Found found) {
            return found.caller();
        }
        Optional<Caller> caller = find(request);
        request.setAttribute(FOUND, new Found(caller));
        return caller;
    }

    private Optional<Caller> find(HttpServletRequest request) {
        if (Bearer.isIn(request)) {
            // A token is for programs: a page never takes one, and beside it no cookie counts.
            return Bearer.opens(request) ? tokens.authenticate(Bearer.token(request)) : Optional.empty();
        }
        return SessionCookie.read(request).flatMap(sessions::find);
    }

    /// What a sign-in or sign-out changes within its own request is seen at the next.
    private record Found(Optional<Caller> caller) {}
}

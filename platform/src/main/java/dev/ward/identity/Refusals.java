package dev.ward.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Says in the server's log what was asked by whom may not ask it. No secret and nothing that was typed stands there.
///
/// Source: OWASP Logging Cheat Sheet, Which events to log.
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger("dev.ward.refusals");

    private Refusals() {}

    /// @param caller  null when nobody is known
    static void log(String what, @Nullable Caller caller, HttpServletRequest request) {
        LOG.warn(
                "refused: {}; by {} at {}, {} {}",
                what,
                caller == null
                        ? "nobody known"
                        : caller.actor().kind() + " " + caller.actor().id(),
                request.getRemoteAddr(),
                request.getMethod(),
                plain(request.getRequestURI()));
    }

    /// What is asked in the request at hand, where the word does not have it.
    static void log(String what, Caller caller) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet) {
            log(what, caller, servlet.getRequest());
        } else {
            LOG.warn(
                    "refused: {}; by {} {}",
                    what,
                    caller.actor().kind(),
                    caller.actor().id());
        }
    }

    /// A try to sign in.
    ///
    /// @param account  as the audit trail names it
    static void log(String what, String account, String address) {
        LOG.warn("refused: {}; for account {} from {}", what, account, address);
    }

    /// The path comes as it was sent: with escapes, but also with whatever the server passes on.
    private static String plain(String path) {
        String start = path.length() > 200 ? path.substring(0, 200) + "…" : path;
        return start.replaceAll("[^\\x21-\\x7e…]", "?");
    }
}

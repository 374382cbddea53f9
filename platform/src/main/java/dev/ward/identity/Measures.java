package dev.ward.identity;

import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// Guards what the framework tells of itself: whether Ward is up, for everyone; figures with a token, and on this
/// machine without one, unless a public address is set: then a proxy may speak for anyone.
@Component
class Measures {

    private static final String FIGURES = "/actuator/prometheus";
    private static final String HEALTH = "/actuator/health";

    private final Callers callers;
    private final PublicAddress address;

    Measures(Callers callers, PublicAddress address) {
        this.callers = callers;
        this.address = address;
    }

    static boolean isOne(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/")
                || request.getRequestURI().equals("/actuator");
    }

    boolean check(HttpServletRequest request, HttpServletResponse response, HandlerMethod method) {
        String path = request.getRequestURI();
        if (method.getBeanType().getPackageName().startsWith("dev.ward")) {
            throw ProblemException.of(Problem.FORBIDDEN, "Nobody may ask this.");
        }
        if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            return true;
        }
        if (path.equals(FIGURES)
                && (isOnThisMachine(request)
                        || callers.of(request)
                                .map(caller -> caller.may(Permission.JOB_READ))
                                .orElse(false))) {
            return true;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        throw ProblemException.of(Problem.UNAUTHENTICATED, "Send a token in the header Authorization: Bearer ward_…");
    }

    private boolean isOnThisMachine(HttpServletRequest request) {
        try {
            return !address.isSet()
                    && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

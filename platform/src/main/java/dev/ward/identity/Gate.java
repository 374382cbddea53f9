package dev.ward.identity;

import dev.ward.database.Confinement;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Stands before every handler. What does not say whom it answers answers nobody; who comes from outside of the
/// manufacturer reaches what is meant for outsiders, and behind the gate the database shows their organisation's rows
/// alone.
@Component
class Gate implements AsyncHandlerInterceptor {

    private final Callers callers;
    private final Measures measures;

    Gate(Callers callers, Measures measures) {
        this.callers = callers;
        this.measures = measures;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Confinement.end();
        // Both continue a request that came through here, or that no handler took.
        if (request.getDispatcherType() == DispatcherType.ASYNC
                || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        return switch (handler) {
            case ResourceHttpRequestHandler _ -> true;
            case HandlerMethod method when Measures.isOne(request) -> measures.check(request, response, method);
            case HandlerMethod method -> check(request, response, method);
            default -> throw closed();
        };
    }

    private boolean check(HttpServletRequest request, HttpServletResponse response, HandlerMethod method)
            throws IOException {
        Requires requires = find(method, Requires.class);
        if (requires == null && isPublic(method)) {
            return true;
        }
        SignedIn signedIn = find(method, SignedIn.class);
        if (requires == null && signedIn == null) {
            throw closed();
        }
        Optional<Caller> caller = callers.of(request);
        if (caller.isEmpty()) {
            return sendToSignIn(request, response);
        }
        if (requires != null && !caller.get().may(requires.value())) {
            throw refused(requires.value(), caller.get(), request);
        }
        OrganisationId organisation = caller.get().organisation();
        if (organisation != null) {
            if (signedIn != null && !signedIn.outsiders()) {
                Refusals.log("what is for the manufacturer's own people", caller.get(), request);
                throw ProblemException.of(Problem.FORBIDDEN, "This is for the manufacturer's own people.");
            }
            if (!isAboutOneself(method)) {
                Confinement.begin(organisation.value());
            }
        }
        return true;
    }

    /// One's account, sessions and tokens stand in tables that are nobody's from outside; who changes them names nobody
    /// but oneself.
    private static boolean isAboutOneself(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith(Gate.class.getPackageName());
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception trouble) {
        Confinement.end();
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Confinement.end();
    }

    private static ProblemException refused(Permission permission, Caller caller, HttpServletRequest request) {
        Refusals.log("to " + permission.words(), caller, request);
        return ProblemException.of(
                Problem.FORBIDDEN,
                "You may not %s: %s does not allow it."
                        .formatted(
                                permission.words(),
                                caller.account() == null
                                        ? "this token"
                                        : "the role \"%s\"".formatted(caller.roleTitle())));
    }

    /// Problems are explained to everyone.
    static boolean isPublic(HandlerMethod method) {
        return find(method, Public.class) != null || ErrorController.class.isAssignableFrom(method.getBeanType());
    }

    /// The method's own word counts before that of its controller.
    static <A extends Annotation> @Nullable A find(HandlerMethod method, Class<A> type) {
        boolean ownWord = AnnotatedElementUtils.hasAnnotation(method.getMethod(), Requires.class)
                || AnnotatedElementUtils.hasAnnotation(method.getMethod(), SignedIn.class)
                || AnnotatedElementUtils.hasAnnotation(method.getMethod(), Public.class);
        return ownWord
                ? AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type)
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }

    private static boolean sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Bearer.isIn(request)) {
            Refusals.log("a token that does not work", null, request);
        }
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE, Bearer.isIn(request) ? "Bearer error=\"invalid_token\"" : "Bearer");
            throw ProblemException.of(
                    Problem.UNAUTHENTICATED,
                    Bearer.isIn(request)
                            ? "The token is unknown, has run out or was revoked."
                            : "Send a token in the header Authorization: Bearer ward_…");
        }
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        String door = request.getMethod().equals("GET")
                ? "/sign-in?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8)
                : "/sign-in";
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(door);
        }
        return false;
    }

    private static ProblemException closed() {
        return ProblemException.of(Problem.FORBIDDEN, "Nobody may ask this.");
    }
}

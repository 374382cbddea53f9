package dev.ward.identity;

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
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Stands before every handler. What does not say whom it answers answers nobody.
@Component
class Gate implements HandlerInterceptor {

    private final Callers callers;
    private final Measures measures;

    Gate(Callers callers, Measures measures) {
        this.callers = callers;
        this.measures = measures;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
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
        if (requires == null && find(method, SignedIn.class) == null) {
            throw closed();
        }
        Optional<Caller> caller = callers.of(request);
        if (caller.isEmpty()) {
            return sendToSignIn(request, response);
        }
        if (requires != null && !caller.get().may(requires.value())) {
            Refusals.log("to " + requires.value().words(), caller.get(), request);
            throw ProblemException.of(
                    Problem.FORBIDDEN,
                    "You may not %s: %s does not allow it."
                            .formatted(
                                    requires.value().words(),
                                    caller.get().account() == null
                                            ? "this token"
                                            : "the role \"%s\""
                                                    .formatted(caller.get().roleTitle())));
        }
        return true;
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

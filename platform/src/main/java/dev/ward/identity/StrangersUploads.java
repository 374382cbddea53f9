package dev.ward.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes no forms with files from strangers: the files lie on the disk before anything asks whose they are.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class StrangersUploads extends OncePerRequestFilter {

    private final Callers callers;

    StrangersUploads(Callers callers) {
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null
                && type.strip().regionMatches(true, 0, "multipart/", 0, 10)
                && callers.of(request).isEmpty()) {
            refuse(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /// Answers by itself: the page of an error would look for parameters, and so take the files.
    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        if (request.getRequestURI().startsWith("/api/")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        } else {
            response.sendRedirect("/sign-in");
        }
    }
}

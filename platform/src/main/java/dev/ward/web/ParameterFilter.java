package dev.ward.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the parameters of a request before anything else does, so that what cannot be read is the sender's fault and
/// not found in the middle of the work. Forms are at most as long as `server.tomcat.max-http-form-post-size`.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ParameterFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest read;
        try {
            read = request.getRequestURI().startsWith("/api/") ? new QueryOnlyRequest(request) : request;
            read.getParameterMap();
        } catch (InvalidParameterException e) {
            boolean tooLarge = e.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            response.sendError(
                    e.getErrorCode(),
                    tooLarge
                            ? "The form is larger than 1 MB. Send less at a time."
                            : "The parameters cannot be read. Each is UTF-8, with % and two digits for a byte.");
            return;
        }
        chain.doFilter(read, response);
    }
}

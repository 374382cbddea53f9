package dev.ward.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Writes a problem in the form that the asker reads: RFC 9457 for the API and for scripts, a page for people.
///
/// Every problem has an id that the log knows.
@Component
class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    /// @param cause  what broke; null when nothing did and the request is to blame
    Object answer(
            Problem problem,
            String detail,
            Map<String, String> errors,
            HttpHeaders headers,
            HttpServletRequest request,
            String path,
            @Nullable Throwable cause) {
        String id = id();
        LOG.atLevel(cause == null ? Level.INFO : Level.ERROR)
                .addKeyValue("problem", id)
                .setCause(cause)
                .log("problem {} {} {} {}", id, problem, request.getMethod(), path);
        ProblemBody body = ProblemBody.of(problem, problem.status(), detail, path, id, errors);
        if (isForMachine(request, path)) {
            return ResponseEntity.status(problem.status())
                    .headers(headers)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body);
        }
        if (problem == Problem.UNAVAILABLE) {
            request.setAttribute(PageFrames.NOBODY_ASKED, true);
        }
        return Page.of("web/problem", Section.NONE, problem.title())
                .with("problem", problem)
                .with("detail", detail)
                .with("id", id)
                .with("errors", untold(errors, detail))
                .with("again", problem == Problem.UNAVAILABLE && "GET".equals(request.getMethod()))
                .status(HttpStatus.valueOf(problem.status()));
    }

    /// What the sentence above them does not say already.
    private static Map<String, String> untold(Map<String, String> errors, String detail) {
        return errors.entrySet().stream()
                .filter(error -> !detail.contains('"' + error.getKey() + '"'))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    private static boolean isForMachine(HttpServletRequest request, String path) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return path.startsWith("/api/") || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }

    private String id() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}

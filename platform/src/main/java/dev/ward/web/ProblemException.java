package dev.ward.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ends a request with a problem: RFC 9457 for the API, a page for people.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String detail;
    private final Map<String, String> errors;
    private final @Nullable Duration pause;

    private ProblemException(Problem problem, String detail, Map<String, String> errors, @Nullable Duration pause) {
        super(detail, null, false, true);
        this.problem = problem;
        this.detail = detail;
        this.errors = Map.copyOf(errors);
        this.pause = pause;
    }

    /// @param detail  a sentence for people: what happened, with the offending value in quotes, and what to do
    public static ProblemException of(Problem problem, String detail) {
        return new ProblemException(problem, detail, Map.of(), null);
    }

    /// Says where the fault lies: a field (`name`), a parameter, or a place in a document (`/components/3/purl`).
    public ProblemException with(String where, String what) {
        Map<String, String> more = new LinkedHashMap<>(errors);
        more.put(where, what);
        return new ProblemException(problem, detail, more, pause);
    }

    /// Says how long to wait before the same is asked again.
    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(problem, detail, errors, wait);
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        return detail;
    }

    /// How long to wait before the same is asked again; empty when that would help nothing.
    Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }

    /// What is wrong, by place.
    public Map<String, String> errors() {
        return errors;
    }
}

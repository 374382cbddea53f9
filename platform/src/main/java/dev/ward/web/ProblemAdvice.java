package dev.ward.web;

import dev.ward.database.DatabaseFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/// Turns what a controller throws into a problem.
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final int RETRY_SECONDS = 10;

    /// Bytes that PostgreSQL needs to begin another file of its log.
    private static final long PIECE_OF_LOG = 16 << 20;

    private final ProblemAnswers answers;
    private final String dataFolder;

    /// @param dataFolder  empty where there is none
    ProblemAdvice(ProblemAnswers answers, @Value("${ward.data-folder:}") String dataFolder) {
        this.answers = answers;
        this.dataFolder = dataFolder;
    }

    @ExceptionHandler
    Object onProblem(ProblemException e, HttpServletRequest request, HttpServletResponse response) {
        e.pause().ifPresent(pause -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds())));
        return answer(e.problem(), e.detail(), e.errors(), request, null);
    }

    @ExceptionHandler
    Object onUnreadableBody(HttpMessageNotReadableException e, HttpServletRequest request) {
        UnreadableBody fault = UnreadableBody.of(e);
        return answer(Problem.INVALID, fault.detail(), fault.errors(), request, null);
    }

    @ExceptionHandler
    Object onWrongParameter(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        // An id in the path that is no id names nothing; anything else is a parameter that was misspelt.
        if (e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
            return answer(Problem.NOT_FOUND, "Nothing has the id \"" + e.getValue() + "\".", Map.of(), request, null);
        }
        return answer(
                Problem.INVALID,
                "The value \"%s\" of \"%s\" cannot be understood.".formatted(e.getValue(), e.getName()),
                Map.of(e.getName(), "cannot be understood"),
                request,
                null);
    }

    @ExceptionHandler
    Object onMissingParameter(MissingServletRequestParameterException e, HttpServletRequest request) {
        return answer(
                Problem.INVALID,
                "The parameter \"%s\" is missing.".formatted(e.getParameterName()),
                Map.of(e.getParameterName(), "is missing"),
                request,
                null);
    }

    @ExceptionHandler
    Object onWrongFields(BindException e, HttpServletRequest request) {
        Map<String, String> errors = new TreeMap<>();
        e.getFieldErrors().forEach(field -> errors.put(field.getField(), "cannot be understood"));
        String names = String.join("\", \"", errors.keySet());
        return answer(
                Problem.INVALID,
                errors.isEmpty() ? "The form cannot be understood." : "\"%s\" cannot be understood.".formatted(names),
                errors,
                request,
                null);
    }

    @ExceptionHandler
    Object onAny(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            if (isGone(e)) {
                return new ModelAndView(); // there is nobody to answer
            }
            throw e; // the container cuts the connection, so that half an answer is not taken for a whole one
        }
        if (isGone(e)) {
            return answer(Problem.INVALID, "The request broke off before its end.", Map.of(), request, null);
        }
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e;
        }
        response.resetBuffer();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        DatabaseFault fault = DatabaseFault.of(e);
        if (fault != DatabaseFault.NONE) {
            return unavailable(fault, request, response, e);
        }
        if (e instanceof ErrorResponse other && other.getStatusCode().value() < 500) {
            Problem problem = Problem.ofStatus(other.getStatusCode().value());
            return answers.answer(
                    problem,
                    ProblemPages.detail(problem, request.getRequestURI()),
                    Map.of(),
                    other.getHeaders(),
                    request,
                    request.getRequestURI(),
                    null);
        }
        return answer(Problem.INTERNAL, "It is no fault of the request.", Map.of(), request, e);
    }

    /// Whether the asker has gone while the request was read or the answer written: nothing broke in Ward.
    private static boolean isGone(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }

    /// PostgreSQL ends when it can write no more to its log, and is then only away.
    private boolean isDiskFull() {
        return !dataFolder.isEmpty() && new File(dataFolder).getUsableSpace() < PIECE_OF_LOG;
    }

    private Object unavailable(
            DatabaseFault fault, HttpServletRequest request, HttpServletResponse response, Exception cause) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_SECONDS));
        String detail = fault == DatabaseFault.FULL || isDiskFull()
                ? "The disk on which Ward keeps its data is full. Make room on it, and Ward goes on by itself."
                : "Ward cannot reach its database. As soon as it is back, Ward goes on by itself, jobs too.";
        return answer(Problem.UNAVAILABLE, detail, Map.of(), request, cause);
    }

    private Object answer(
            Problem problem,
            String detail,
            Map<String, String> errors,
            HttpServletRequest request,
            @Nullable Throwable cause) {
        return answers.answer(problem, detail, errors, HttpHeaders.EMPTY, request, request.getRequestURI(), cause);
    }
}

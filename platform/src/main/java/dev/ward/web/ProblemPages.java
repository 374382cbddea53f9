package dev.ward.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what failed before or behind every controller, and explains each kind of problem under its address.
@Controller
class ProblemPages implements ErrorController {

    private final ProblemAnswers answers;

    ProblemPages(ProblemAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    @Nullable
    Object error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null; // half an answer is on its way; more words would seem to belong to it
        }
        BrowserRules.write(request, response);
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String path = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "/error");
        Throwable cause =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        Problem problem = Problem.ofStatus(status);
        return answers.answer(
                problem,
                detail(problem, path, request),
                Map.of(),
                HttpHeaders.EMPTY,
                request,
                path,
                status < 500 ? null : Objects.requireNonNullElseGet(cause, IllegalStateException::new));
    }

    /// The filters before us say in words why they refuse.
    private static String detail(Problem problem, String path, HttpServletRequest request) {
        String said = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_MESSAGE), "");
        boolean ours = problem == Problem.FORBIDDEN || problem == Problem.INVALID || problem == Problem.TOO_LARGE;
        return ours && !said.isEmpty() ? said : detail(problem, path);
    }

    @GetMapping("/problems/{name}")
    Page explain(@PathVariable String name) {
        Problem problem = Problem.findByType("/problems/" + name)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no problem of the kind \"%s\".".formatted(name)));
        return Page.of("web/problem-kind", Section.NONE, problem.title()).with("problem", problem);
    }

    static String detail(Problem problem, String path) {
        return switch (problem) {
            case NOT_FOUND -> "Nothing is at \"%s\".".formatted(path);
            case INTERNAL -> "It is no fault of the request.";
            default -> problem.title() + ".";
        };
    }
}

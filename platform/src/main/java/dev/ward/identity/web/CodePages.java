package dev.ward.identity.web;

import dev.ward.identity.AccountTrouble;
import dev.ward.identity.Enrolment;
import dev.ward.identity.Public;
import dev.ward.identity.SecondStep;
import dev.ward.identity.SessionCookie;
import dev.ward.identity.SignInAnswer;
import dev.ward.web.Page;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The second step of a sign-in: the code of an app, or the app's set-up where a role does not come in without.
@Controller
class CodePages {

    private static final String BEGIN = "redirect:/sign-in";

    private final SecondStep step;
    private final SignInPages door;

    CodePages(SecondStep step, SignInPages door) {
        this.step = step;
        this.door = door;
    }

    @Public
    @GetMapping("/sign-in/code")
    Object form(@RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        return step.waits(secret(request)) ? page(to, null) : BEGIN;
    }

    @Public
    @PostMapping("/sign-in/code")
    Object take(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignInAnswer answer = step.take(secret(request), code, request.getRemoteAddr(), device(request));
        door.count(answer);
        return switch (answer) {
            case SignInAnswer.Welcome welcome -> {
                door.enter(welcome, request, response);
                yield "redirect:" + SignInPages.inside(to);
            }
            case SignInAnswer.Refused _ ->
                page(to, "That is not the app's present code, or it was used already.")
                        .status(HttpStatus.UNAUTHORIZED);
            case SignInAnswer.TooOften closed ->
                page(to, door.wait(closed, response)).status(HttpStatus.TOO_MANY_REQUESTS);
            case SignInAnswer.Further _, SignInAnswer.Over _ -> BEGIN;
        };
    }

    @Public
    @GetMapping("/sign-in/set-up")
    Object setUp(@RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        try {
            return step.begin(secret(request))
                    .<Object>map(enrolment -> setUpPage(to, enrolment, null))
                    .orElse(BEGIN);
        } catch (AccountTrouble e) {
            return BEGIN;
        }
    }

    @Public
    @PostMapping("/sign-in/set-up")
    Object setUp(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        String secret = secret(request);
        try {
            Optional<SecondStep.Enrolled> enrolled = step.enrol(secret, code, request.getRemoteAddr(), device(request));
            if (enrolled.isEmpty()) {
                return BEGIN;
            }
            door.count(enrolled.get().welcome());
            door.enter(enrolled.get().welcome(), request, response);
            return Page.of("identity/recovery-codes", Section.NONE, "Keep your recovery codes")
                    .with("codes", enrolled.get().codes())
                    .with("next", SignInPages.inside(to));
        } catch (AccountTrouble e) {
            return again(secret, to, e);
        }
    }

    private Object again(String secret, String to, AccountTrouble trouble) {
        try {
            return step.begun(secret)
                    .<Object>map(enrolment ->
                            setUpPage(to, enrolment, trouble.words()).status(HttpStatus.BAD_REQUEST))
                    .orElse(BEGIN);
        } catch (AccountTrouble e) {
            return BEGIN;
        }
    }

    private static String secret(HttpServletRequest request) {
        return SessionCookie.readPending(request).orElse("");
    }

    private static @Nullable String device(HttpServletRequest request) {
        return SessionCookie.readDevice(request).orElse(null);
    }

    private static Page page(String to, @Nullable String error) {
        return Page.of("identity/code", Section.NONE, "Enter your code")
                .with("to", SignInPages.inside(to))
                .with("error", error);
    }

    private static Page setUpPage(String to, Enrolment enrolment, @Nullable String error) {
        return Page.of("identity/code-set-up", Section.NONE, "Set up an authenticator app")
                .with("to", SignInPages.inside(to))
                .with("enrolment", enrolment)
                .with("error", error);
    }
}

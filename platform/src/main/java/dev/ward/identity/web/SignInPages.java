package dev.ward.identity.web;

import dev.ward.identity.CompanySignIn;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Public;
import dev.ward.identity.SessionCookie;
import dev.ward.identity.SignIn;
import dev.ward.identity.SignInAnswer;
import dev.ward.web.Page;
import dev.ward.web.Section;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class SignInPages {

    private static final String WELCOME = "welcome";
    private static final String REFUSED = "refused";
    private static final String TOO_OFTEN = "too-often";
    private static final String FURTHER = "further";
    private static final String OVER = "over";

    private final SignIn signIn;
    private final CurrentActor current;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CompanySignIn company;

    SignInPages(SignIn signIn, CurrentActor current, Clock clock, MeterRegistry meters, CompanySignIn company) {
        this.company = company;
        this.meters = meters;
        this.signIn = signIn;
        this.current = current;
        this.clock = clock;
        // A count that comes to be with its first one shows nobody that it grew.
        List.of(WELCOME, REFUSED, TOO_OFTEN, FURTHER, OVER).forEach(this::counter);
    }

    @Public
    @GetMapping("/sign-in")
    Object form(@RequestParam(defaultValue = "/") String to) {
        return current.find().isPresent() ? "redirect:" + inside(to) : page(to, "", null);
    }

    @Public
    @PostMapping("/sign-in")
    Object signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignInAnswer answer = signIn.signIn(
                email,
                password,
                request.getRemoteAddr(),
                SessionCookie.readDevice(request).orElse(null));
        count(answer);
        return switch (answer) {
            case SignInAnswer.Refused _ ->
                page(to, email, "The address or the password is not right.").status(HttpStatus.UNAUTHORIZED);
            case SignInAnswer.TooOften closed ->
                page(to, email, wait(closed, response)).status(HttpStatus.TOO_MANY_REQUESTS);
            case SignInAnswer.Welcome _, SignInAnswer.Further _, SignInAnswer.Over _ ->
                follow(answer, to, request, response);
        };
    }

    /// Where somebody goes to who was recognised, or has to begin again.
    Object follow(SignInAnswer answer, String to, HttpServletRequest request, HttpServletResponse response) {
        return switch (answer) {
            case SignInAnswer.Welcome welcome -> {
                enter(welcome, request, response);
                yield "redirect:" + inside(to);
            }
            case SignInAnswer.Further further -> {
                SessionCookie.writePending(request, response, further.secret());
                yield "redirect:"
                        + UriComponentsBuilder.fromPath(further.setUp() ? "/sign-in/set-up" : "/sign-in/code")
                                .queryParam("to", "{to}")
                                .build(inside(to));
            }
            case SignInAnswer.Over _, SignInAnswer.Refused _, SignInAnswer.TooOften _ -> "redirect:/sign-in";
        };
    }

    void count(SignInAnswer answer) {
        counter(
                        switch (answer) {
                            case SignInAnswer.Welcome _ -> WELCOME;
                            case SignInAnswer.Refused _ -> REFUSED;
                            case SignInAnswer.TooOften _ -> TOO_OFTEN;
                            case SignInAnswer.Further _ -> FURTHER;
                            case SignInAnswer.Over _ -> OVER;
                        })
                .increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("ward.sign.ins")
                .description("Tries to sign in at this server, by what came of them.")
                .tags("outcome", outcome)
                .register(meters);
    }

    @Public
    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request)
                .ifPresent(secret -> current.find().ifPresent(caller -> signIn.signOut(caller, secret)));
        SessionCookie.clear(request, response);
        return "redirect:/sign-in";
    }

    /// @return in words, how long; the header says it to programs
    String wait(SignInAnswer.TooOften closed, HttpServletResponse response) {
        Duration wait = Duration.between(clock.instant(), closed.until());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        return "Too many tries. Wait %d minutes, then try again.".formatted(wait.toMinutes() + 1);
    }

    /// Gives the browser its session in place of the one that it had.
    void enter(SignInAnswer.Welcome welcome, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(signIn::replace);
        SessionCookie.clearPending(request, response);
        SessionCookie.write(request, response, welcome.secret());
        SessionCookie.writeDevice(request, response, welcome.device());
    }

    private Page page(String to, String email, @Nullable String error) {
        return Page.of("identity/sign-in", Section.NONE, "Sign in")
                .with("to", inside(to))
                .with("email", email)
                .with("company", company.isSet() ? company.name() : null)
                .with("error", error);
    }

    /// Leads nowhere but to a page of this Ward.
    static String inside(String to) {
        try {
            URI there = new URI(to); // no control character, no brace, no broken escape
            boolean ours = there.getScheme() == null
                    && there.getRawAuthority() == null
                    && to.startsWith("/")
                    && !to.startsWith("//")
                    && !to.startsWith("/sign-");
            return ours ? there.toASCIIString() : "/";
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}

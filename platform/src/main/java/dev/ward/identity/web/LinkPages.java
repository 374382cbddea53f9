package dev.ward.identity.web;

import dev.ward.identity.Account;
import dev.ward.identity.AccountTrouble;
import dev.ward.identity.Accounts;
import dev.ward.identity.CompanySignIn;
import dev.ward.identity.Public;
import dev.ward.identity.SetUp;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What one-time links lead to: the first set-up, and the choice of a password.
@Controller
class LinkPages {

    private final SetUp setUp;
    private final Accounts accounts;
    private final CompanySignIn company;

    LinkPages(SetUp setUp, Accounts accounts, CompanySignIn company) {
        this.company = company;
        this.setUp = setUp;
        this.accounts = accounts;
    }

    @Public
    @GetMapping("/setup")
    Page setUp(@RequestParam(defaultValue = "") String code) {
        if (!setUp.opens(code)) {
            throw ProblemException.of(
                    Problem.NOT_FOUND,
                    "This link does not set Ward up (any more). Start Ward again for a new one, or sign in.");
        }
        return setUpPage(code, "", "", null);
    }

    @Public
    @PostMapping("/setup")
    Object setUp(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password) {
        try {
            setUp.complete(code, email, name, password);
            return "redirect:/sign-in";
        } catch (AccountTrouble e) {
            return setUpPage(code, email, name, e).status(HttpStatus.BAD_REQUEST);
        }
    }

    @Public
    @GetMapping("/invitation")
    Page invitation(@RequestParam(defaultValue = "") String code) {
        return invitationPage(code, get(code), null);
    }

    @Public
    @PostMapping("/invitation")
    Object accept(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response) {
        Account invited = get(code);
        try {
            accounts.acceptInvitation(code, password);
            Notices.say(response, "Your password is kept. Sign in with it.");
            return "redirect:/sign-in";
        } catch (AccountTrouble e) {
            return invitationPage(code, invited, e).status(HttpStatus.BAD_REQUEST);
        }
    }

    private Account get(String code) {
        return accounts.findInvited(code)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND,
                        "The link was used, has run out, or was replaced by a newer one. An administrator can make"
                                + " you another."));
    }

    private static Page setUpPage(String code, String email, String name, @Nullable AccountTrouble trouble) {
        return Page.of("identity/setup", Section.NONE, "Set up Ward")
                .with("code", code)
                .with("email", email)
                .with("name", name)
                .with("errors", errors(trouble));
    }

    private Page invitationPage(String code, Account invited, @Nullable AccountTrouble trouble) {
        return Page.of("identity/invitation", Section.NONE, "Choose your password")
                .with("code", code)
                .with("account", invited)
                .with("company", company.isSet() && invited.organisation() == null ? company.name() : null)
                .with("errors", errors(trouble));
    }

    /// What is wrong, by field of the form; "" for the form as a whole.
    static Map<String, String> errors(@Nullable AccountTrouble trouble) {
        return trouble == null ? Map.of() : Map.of(trouble.field(), trouble.words());
    }
}

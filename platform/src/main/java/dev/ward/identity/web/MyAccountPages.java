package dev.ward.identity.web;

import dev.ward.identity.Account;
import dev.ward.identity.AccountId;
import dev.ward.identity.AccountTrouble;
import dev.ward.identity.Accounts;
import dev.ward.identity.CompanySignIn;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Deputies;
import dev.ward.identity.DeputyHints;
import dev.ward.identity.Qualifications;
import dev.ward.identity.SessionCookie;
import dev.ward.identity.SignedIn;
import dev.ward.identity.Visibility;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@SignedIn(outsiders = true)
class MyAccountPages {

    private final Accounts accounts;
    private final Qualifications qualifications;
    private final Deputies deputies;
    private final DeputyHints hints;
    private final CompanySignIn company;
    private final CurrentActor current;
    private final Visibility visibility;

    MyAccountPages(
            Accounts accounts,
            Qualifications qualifications,
            Deputies deputies,
            DeputyHints hints,
            CompanySignIn company,
            CurrentActor current,
            Visibility visibility) {
        this.accounts = accounts;
        this.qualifications = qualifications;
        this.deputies = deputies;
        this.hints = hints;
        this.company = company;
        this.current = current;
        this.visibility = visibility;
    }

    @GetMapping("/account")
    Page show(HttpServletRequest request) {
        return page(null, Form.empty(), request);
    }

    @PostMapping("/account/password")
    Object changePassword(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            accounts.changePassword(mine(), present, password);
            SessionCookie.clear(request, response);
            return "redirect:/sign-in";
        } catch (AccountTrouble e) {
            return page(e, Form.empty(), request).status(HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/account/sessions/end")
    Object endSessions(
            @RequestParam(defaultValue = "") String confirm,
            @RequestParam(defaultValue = "") List<@Nullable UUID> session,
            HttpServletRequest request) {
        try {
            accounts.endSessions(
                    mine(), confirm, session.stream().filter(Objects::nonNull).toList());
            return "redirect:/account";
        } catch (AccountTrouble e) {
            return page(e, Form.empty(), request).status(HttpStatus.BAD_REQUEST);
        }
    }

    AccountId mine() {
        AccountId account = current.caller().account();
        if (account == null) {
            throw ProblemException.of(Problem.FORBIDDEN, "A token has no account.");
        }
        return account;
    }

    Page page(@Nullable AccountTrouble trouble, Form form, HttpServletRequest request) {
        AccountId mine = mine();
        boolean outsider = current.caller().outsider();
        Account account = accounts.find(mine).orElseThrow();
        return Page.of("identity/account", Section.SETTINGS, "My account")
                .with("account", account)
                .with("qualified", outsider ? Map.of() : hints.qualified(account.role()))
                .with(
                        "sessions",
                        accounts.sessions(mine, SessionCookie.read(request).orElse("")))
                .with("deputising", current.caller().deputising())
                .with("qualifications", outsider ? null : qualifications.list(mine))
                .with("deputies", deputies.list(mine))
                .with("people", outsider ? List.of() : accounts.list(visibility.reader()))
                .with("form", form)
                .with("company", company.isSet() && !outsider ? company.name() : null)
                .with("errors", LinkPages.errors(trouble));
    }
}

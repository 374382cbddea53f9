package dev.ward.identity.web;

import dev.ward.identity.AccountTrouble;
import dev.ward.identity.CompanyArrival;
import dev.ward.identity.CompanySignIn;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Public;
import dev.ward.identity.SecondFactors;
import dev.ward.identity.SessionCookie;
import dev.ward.identity.SignInAnswer;
import dev.ward.identity.SignedIn;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The way to the company's sign-in and back: at the door, for an invitation, to link one's account, and for a
/// signature.
@Controller
class CompanyPages {

    private static final String BACK = "/sign-in/company/back";

    private final CompanySignIn company;
    private final SecondFactors factors;
    private final SignInPages door;
    private final MyAccountPages account;
    private final CurrentActor current;

    CompanyPages(
            CompanySignIn company,
            SecondFactors factors,
            SignInPages door,
            MyAccountPages account,
            CurrentActor current) {
        this.company = company;
        this.factors = factors;
        this.door = door;
        this.account = account;
        this.current = current;
    }

    @Public
    @GetMapping("/sign-in/company")
    Object signIn(
            @RequestParam(defaultValue = "/") String to, HttpServletRequest request, HttpServletResponse response) {
        checkSet();
        // Another site's link gives nobody a session; the person chooses.
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            return "redirect:/sign-in";
        }
        return away(company.beginSignIn(SignInPages.inside(to)), request, response);
    }

    @Public
    @GetMapping("/invitation/company")
    Object accept(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        checkSet();
        try {
            return away(company.beginInvitation(code), request, response);
        } catch (AccountTrouble e) {
            throw ProblemException.of(Problem.NOT_FOUND, e.words());
        }
    }

    @SignedIn
    @GetMapping("/account/company/confirm")
    Object confirm(
            @RequestParam(defaultValue = "/") String to, HttpServletRequest request, HttpServletResponse response) {
        checkSet();
        account.mine();
        return away(company.beginConfirmation(current.caller(), SignInPages.inside(to)), request, response);
    }

    /// Follows a form: browsers let no form lead to another site, but a link.
    @Public
    @GetMapping("/sign-in/company/go")
    Object go(HttpServletRequest request) {
        checkSet();
        return company.address(SessionCookie.readCompany(request).orElse(""), redirect(request))
                .<Object>map(address -> "redirect:" + address)
                .orElse("redirect:/sign-in");
    }

    @Public
    @GetMapping(BACK)
    Object back(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        checkSet();
        String secret = SessionCookie.readCompany(request).orElse("");
        SessionCookie.clearCompany(request, response);
        CompanyArrival arrival = company.arrive(
                secret,
                new CompanySignIn.Answer(state, code, error, iss),
                redirect(request),
                new CompanySignIn.Place(
                        current.find().orElse(null),
                        request.getRemoteAddr(),
                        SessionCookie.readDevice(request).orElse(null)));
        return switch (arrival) {
            case CompanyArrival.AtTheDoor in -> {
                door.count(in.answer());
                yield door.follow(in.answer(), in.to(), request, response);
            }
            case CompanyArrival.Done done -> {
                Notices.say(response, done.words());
                yield "redirect:" + done.to();
            }
            case CompanyArrival.Failed failed -> {
                door.count(new SignInAnswer.Refused());
                yield Page.of("identity/company-failed", Section.NONE, "That did not work")
                        .with("words", failed.words())
                        .status(HttpStatus.UNAUTHORIZED);
            }
        };
    }

    @SignedIn
    @GetMapping("/account/company")
    Page show() {
        checkSet();
        return page(false, null);
    }

    @SignedIn
    @PostMapping("/account/company/link")
    Page link(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        checkSet();
        account.mine();
        try {
            SessionCookie.writeCompany(request, response, company.beginLink(current.caller(), present, code));
            return page(true, null);
        } catch (AccountTrouble e) {
            return page(false, e).status(HttpStatus.BAD_REQUEST);
        }
    }

    @SignedIn
    @PostMapping("/account/company/unlink")
    Object unlink(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response) {
        checkSet();
        account.mine();
        try {
            company.unlink(current.caller(), present, code);
            Notices.say(response, "The link is taken away.");
            return "redirect:/account/company";
        } catch (AccountTrouble e) {
            return page(false, e).status(HttpStatus.BAD_REQUEST);
        }
    }

    private Object away(String secret, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.writeCompany(request, response, secret);
        return company.address(secret, redirect(request))
                .<Object>map(address -> "redirect:" + address)
                .orElse("redirect:/sign-in");
    }

    private static String redirect(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).path(BACK).toUriString();
    }

    private void checkSet() {
        if (!company.isSet()) {
            throw ProblemException.of(Problem.NOT_FOUND, "This Ward has no sign-in of a company.");
        }
    }

    /// @param begun  whether the way to the provider is open
    private Page page(boolean begun, @Nullable AccountTrouble trouble) {
        return Page.of("identity/company", Section.SETTINGS, "Sign-in of " + company.name())
                .crumb("My account", "/account")
                .with("name", company.name())
                .with("since", company.linkedAt(account.mine()).orElse(null))
                .with("coded", factors.find(account.mine()).isSetUp())
                .with("begun", begun)
                .with("errors", LinkPages.errors(trouble));
    }
}

package dev.ward.identity.web;

import dev.ward.identity.Account;
import dev.ward.identity.AccountId;
import dev.ward.identity.AccountTrouble;
import dev.ward.identity.Accounts;
import dev.ward.identity.CompanySignIn;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Deputies;
import dev.ward.identity.DeputyHints;
import dev.ward.identity.Permission;
import dev.ward.identity.Qualification;
import dev.ward.identity.Qualifications;
import dev.ward.identity.Requires;
import dev.ward.identity.SecondFactors;
import dev.ward.identity.Visibility;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One person: in what they are qualified to sign, and who stands in for them.
@Controller
@RequestMapping("/settings/people/{id}")
class PersonPages {

    private final Accounts accounts;
    private final Qualifications qualifications;
    private final Deputies deputies;
    private final DeputyHints hints;
    private final SecondFactors factors;
    private final CompanySignIn company;
    private final CurrentActor current;
    private final Visibility visibility;

    PersonPages(
            Accounts accounts,
            Qualifications qualifications,
            Deputies deputies,
            DeputyHints hints,
            SecondFactors factors,
            CompanySignIn company,
            CurrentActor current,
            Visibility visibility) {
        this.accounts = accounts;
        this.qualifications = qualifications;
        this.deputies = deputies;
        this.hints = hints;
        this.factors = factors;
        this.company = company;
        this.current = current;
        this.visibility = visibility;
    }

    @Requires(Permission.ACCOUNT_READ)
    @GetMapping
    Page show(@PathVariable UUID id) {
        return page(id, Form.empty());
    }

    @Requires(Permission.QUALIFICATION_GRANT)
    @PostMapping("/qualifications")
    ModelAndView qualify(@PathVariable UUID id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return doing(
                id,
                "qualification",
                form,
                response,
                () -> granted(qualifications.grant(current.caller(), get(id).id(), PersonView.qualification(form))));
    }

    private String granted(Qualification one) {
        return qualifications.overlap(one.account(), one.competence())
                ? "The qualification is granted. There was one for %s already: both hold, each to its last day."
                        .formatted(one.competence().title().toLowerCase(Locale.ROOT))
                : "The qualification is granted.";
    }

    @Requires(Permission.QUALIFICATION_GRANT)
    @PostMapping("/qualifications/{qualification}/revoke")
    ModelAndView revoke(
            @PathVariable UUID id,
            @PathVariable UUID qualification,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return doing(
                id,
                "revoke",
                form,
                response,
                "The qualification is revoked.",
                () -> qualifications.revoke(
                        current.caller(), get(id).id(), qualification, form.getOrDefault("reason", "")));
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/deputies")
    ModelAndView name(@PathVariable UUID id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return doing(
                id,
                "deputy",
                form,
                response,
                () -> PersonView.named(hints, deputies.name(current.caller(), get(id).id(), PersonView.deputy(form))));
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/deputies/{deputyship}/end")
    ModelAndView end(@PathVariable UUID id, @PathVariable UUID deputyship, HttpServletResponse response) {
        return doing(
                id,
                "end",
                Map.of(),
                response,
                "The deputy is one no more.",
                () -> deputies.end(current.caller(), get(id).id(), deputyship));
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/company/unlink")
    ModelAndView unlink(@PathVariable UUID id, HttpServletResponse response) {
        return doing(id, "end", Map.of(), response, "The link is taken away.", () -> unlink(get(id).id()));
    }

    private void unlink(AccountId person) {
        try {
            company.unlink(current.get(), person);
        } catch (AccountTrouble e) {
            throw ProblemException.of(Problem.CONFLICT, e.words());
        }
    }

    private ModelAndView doing(
            UUID id, String sent, Map<String, String> form, HttpServletResponse response, String done, Runnable act) {
        return doing(id, sent, form, response, () -> {
            act.run();
            return done;
        });
    }

    /// @param act  answers with what is told afterwards
    private ModelAndView doing(
            UUID id, String sent, Map<String, String> form, HttpServletResponse response, Supplier<String> act) {
        try {
            Notices.say(response, act.get());
            return new ModelAndView("redirect:/settings/people/" + id);
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            return page(id, PersonView.refused(sent, form, e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private Account get(UUID id) {
        return PeoplePages.get(accounts, visibility.reader(), id);
    }

    private Page page(UUID id, Form form) {
        Account account = get(id);
        AccountId person = account.id();
        return Page.of("identity/person", Section.SETTINGS, account.name())
                .crumb("People", "/settings/people")
                .with("account", account)
                .with("own", person.equals(current.caller().account()))
                .with("linked", company.linkedAt(person).orElse(null))
                .with("factor", factors.find(person))
                .with("qualifications", qualifications.list(person))
                .with("deputies", deputies.list(person))
                .with("people", accounts.list(visibility.reader()))
                .with("qualified", hints.qualified(account.role()))
                .with("form", form);
    }
}

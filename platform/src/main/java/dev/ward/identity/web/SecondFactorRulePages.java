package dev.ward.identity.web;

import dev.ward.audit.Actor;
import dev.ward.identity.AccountId;
import dev.ward.identity.AccountTrouble;
import dev.ward.identity.Accounts;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Roles;
import dev.ward.identity.SecondFactors;
import dev.ward.identity.Visibility;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.TypedText;
import dev.ward.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which roles do not come in with a password alone, and the reset of somebody's second factor.
@Controller
class SecondFactorRulePages {

    private static final String PAGE = "/settings/second-factor";

    private final SecondFactors factors;
    private final Roles roles;
    private final Accounts accounts;
    private final CurrentActor current;
    private final Visibility visibility;

    SecondFactorRulePages(
            SecondFactors factors, Roles roles, Accounts accounts, CurrentActor current, Visibility visibility) {
        this.factors = factors;
        this.roles = roles;
        this.accounts = accounts;
        this.current = current;
        this.visibility = visibility;
    }

    @Requires(Permission.ACCOUNT_READ)
    @GetMapping(PAGE)
    Page show() {
        return Page.of("identity/second-factor-rule", Section.SETTINGS, "Who needs a second factor")
                .crumb("People", "/settings/people")
                .with("roles", roles.list())
                .with("required", factors.required())
                .with("without", factors.without());
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping(PAGE)
    String change(@RequestParam(defaultValue = "") List<@Nullable String> role, HttpServletResponse response) {
        require(factors, roles, current.get(), role);
        Map<String, Integer> without = factors.without();
        int people = factors.required().stream()
                .mapToInt(one -> without.getOrDefault(one, 0))
                .sum();
        Notices.say(
                response,
                "Kept. It is asked for at the next sign-in of each. "
                        + (people == 0
                                ? "Everybody of these roles has one."
                                : "%s of these roles %s none yet."
                                        .formatted(
                                                Words.counted(people, "person", "people"),
                                                people == 1 ? "has" : "have")));
        return "redirect:" + PAGE;
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/settings/people/{id}/second-factor/reset")
    String reset(@PathVariable UUID id, HttpServletResponse response) {
        reset(
                factors,
                current.get(),
                PeoplePages.get(accounts, visibility.reader(), id).id());
        Notices.say(response, "The second factor is taken away, and all sessions are ended.");
        return "redirect:/settings/people/" + id;
    }

    static void require(SecondFactors factors, Roles roles, Actor actor, List<@Nullable String> names) {
        Set<String> chosen = new HashSet<>();
        names.stream().filter(Objects::nonNull).filter(name -> !name.isBlank()).forEach(chosen::add);
        try {
            factors.require(actor, chosen, roles.list());
        } catch (AccountTrouble e) {
            throw TypedText.refused("roles", e.words(), "has one that is no role");
        }
    }

    static void reset(SecondFactors factors, Actor actor, AccountId account) {
        try {
            factors.reset(actor, account);
        } catch (AccountTrouble e) {
            throw ProblemException.of(Problem.CONFLICT, e.words());
        }
    }
}

package dev.ward.identity.web;

import dev.ward.identity.AccountTrouble;
import dev.ward.identity.Accounts;
import dev.ward.identity.CompanySignIn;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Roles;
import dev.ward.identity.SecondFactors;
import dev.ward.identity.Visibility;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Summary;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class SecondFactorApi {

    private final SecondFactors factors;
    private final Roles roles;
    private final Accounts accounts;
    private final CompanySignIn company;
    private final CurrentActor current;
    private final Visibility visibility;

    SecondFactorApi(
            SecondFactors factors,
            Roles roles,
            Accounts accounts,
            CompanySignIn company,
            CurrentActor current,
            Visibility visibility) {
        this.factors = factors;
        this.roles = roles;
        this.accounts = accounts;
        this.company = company;
        this.current = current;
        this.visibility = visibility;
    }

    /// @param roles  those whose people do not come in with a password alone
    record Rule(@Nullable List<@Nullable String> roles) {}

    @Requires(Permission.ACCOUNT_READ)
    @GetMapping("/second-factor")
    @Summary("Tells which roles' people do not come in with a password alone")
    Rule rule() {
        return new Rule(List.copyOf(factors.required()));
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PutMapping("/second-factor")
    @Summary("Says which roles' people do not come in with a password alone")
    Rule change(@RequestBody Rule rule) {
        SecondFactorRulePages.require(
                factors, roles, current.get(), Objects.requireNonNullElse(rule.roles(), List.of()));
        return rule();
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/people/{id}/second-factor/reset")
    @Summary("Takes the second factor of a person away who has lost it, and ends their sessions")
    ResponseEntity<Void> reset(@PathVariable UUID id) {
        SecondFactorRulePages.reset(
                factors,
                current.get(),
                PeoplePages.get(accounts, visibility.reader(), id).id());
        return ResponseEntity.noContent().build();
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/people/{id}/company-sign-in/unlink")
    @Summary("Takes a person's link with the company's sign-in away")
    ResponseEntity<Void> unlink(@PathVariable UUID id) {
        try {
            company.unlink(
                    current.get(),
                    PeoplePages.get(accounts, visibility.reader(), id).id());
            return ResponseEntity.noContent().build();
        } catch (AccountTrouble e) {
            throw ProblemException.of(Problem.CONFLICT, e.words());
        }
    }
}

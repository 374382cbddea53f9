package dev.ward.identity.web;

import dev.ward.identity.Account;
import dev.ward.identity.AccountId;
import dev.ward.identity.AccountTrouble;
import dev.ward.identity.Accounts;
import dev.ward.identity.Competence;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Roles;
import dev.ward.identity.Visibility;
import dev.ward.identity.web.PeopleView.Draft;
import dev.ward.identity.web.PeopleView.Link;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Controller
class PeoplePages {

    private final Accounts accounts;
    private final Roles roles;
    private final CurrentActor current;
    private final Visibility visibility;

    PeoplePages(Accounts accounts, Roles roles, CurrentActor current, Visibility visibility) {
        this.accounts = accounts;
        this.roles = roles;
        this.current = current;
        this.visibility = visibility;
    }

    @Requires(Permission.ACCOUNT_READ)
    @GetMapping("/settings/people")
    Page list() {
        return page(Draft.EMPTY, null, null);
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/settings/people")
    Page add(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            HttpServletRequest request) {
        try {
            Accounts.Invited invited = accounts.invite(current.get(), email, name, role);
            return page(Draft.EMPTY, null, link(name, invited.code(), signs(role), request));
        } catch (AccountTrouble e) {
            return page(new Draft(email, name, role), e, null).status(HttpStatus.BAD_REQUEST);
        }
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/settings/people/{id}/link")
    Page link(@PathVariable UUID id, HttpServletRequest request) {
        Account account = get(id);
        try {
            return page(
                    Draft.EMPTY,
                    null,
                    link(account.name(), accounts.inviteAgain(current.get(), account.id()), false, request));
        } catch (AccountTrouble e) {
            return page(Draft.EMPTY, e, null).status(HttpStatus.CONFLICT);
        }
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/settings/people/{id}/role")
    Object changeRole(@PathVariable UUID id, @RequestParam(defaultValue = "") String role) {
        AccountId account = get(id).id();
        return afterwards(() -> accounts.changeRole(current.get(), account, role));
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/settings/people/{id}/end-sessions")
    Object endSessions(@PathVariable UUID id) {
        AccountId account = get(id).id();
        return afterwards(() -> accounts.endSessions(current.get(), account));
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/settings/people/{id}/disable")
    Object disable(@PathVariable UUID id) {
        AccountId account = get(id).id();
        return afterwards(() -> accounts.disable(current.get(), account));
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/settings/people/{id}/enable")
    Object enable(@PathVariable UUID id) {
        AccountId account = get(id).id();
        return afterwards(() -> accounts.enable(current.get(), account));
    }

    private Object afterwards(Runnable act) {
        try {
            act.run();
            return "redirect:/settings/people";
        } catch (AccountTrouble e) {
            return page(Draft.EMPTY, e, null).status(HttpStatus.CONFLICT);
        }
    }

    /// One of the manufacturer's own people.
    static Account get(Accounts accounts, Reader reader, UUID id) {
        return accounts.list(reader).stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no account \"%s\".".formatted(id)));
    }

    private Account get(UUID id) {
        return accounts.find(new AccountId(id))
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no account \"%s\".".formatted(id)));
    }

    private Page page(Draft draft, @Nullable AccountTrouble trouble, @Nullable Link link) {
        Map<String, String> errors = LinkPages.errors(trouble);
        return Page.of("identity/people", Section.SETTINGS, "People")
                .with("accounts", accounts.list(visibility.reader()))
                .with("roles", roles.list(false))
                .with("draft", draft)
                .with("errors", errors)
                .with("link", link);
    }

    private boolean signs(String role) {
        return roles.find(role).map(Competence::of).filter(of -> !of.isEmpty()).isPresent();
    }

    private static Link link(String name, String code, boolean signs, HttpServletRequest request) {
        return new Link(
                name,
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/invitation")
                        .queryParam("code", code)
                        .toUriString(),
                signs);
    }
}

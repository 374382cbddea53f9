package dev.ward.identity.web;

import dev.ward.identity.AccountTrouble;
import dev.ward.identity.ApiToken;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Roles;
import dev.ward.identity.TokenId;
import dev.ward.identity.Tokens;
import dev.ward.identity.Visibility;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TokenPages {

    private final Tokens tokens;
    private final Roles roles;
    private final CurrentActor current;
    private final Visibility visibility;
    private final Clock clock;

    TokenPages(Tokens tokens, Roles roles, CurrentActor current, Visibility visibility, Clock clock) {
        this.tokens = tokens;
        this.roles = roles;
        this.current = current;
        this.visibility = visibility;
        this.clock = clock;
    }

    @Requires(Permission.TOKEN_WRITE)
    @GetMapping("/settings/tokens")
    Page list() {
        return page(null, null);
    }

    @Requires(Permission.TOKEN_WRITE)
    @PostMapping("/settings/tokens")
    Page create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") List<@Nullable Permission> permission) {
        try {
            Set<Permission> only = chosen(permission);
            Tokens.Order order = new Tokens.Order(name, role, only, expiry(days));
            return page(tokens.create(current.caller(), order), null);
        } catch (AccountTrouble e) {
            return page(null, e).status(HttpStatus.BAD_REQUEST);
        }
    }

    @Requires(Permission.TOKEN_WRITE)
    @PostMapping("/settings/tokens/{id}/revoke")
    String revoke(@PathVariable UUID id) {
        ApiToken token = tokens.find(current.caller(), new TokenId(id))
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no token \"%s\".".formatted(id)));
        tokens.revoke(current.get(), token.id());
        return "redirect:/settings/tokens";
    }

    /// @return null when none was chosen, which means all of the role
    private static @Nullable Set<Permission> chosen(List<@Nullable Permission> permissions) {
        Set<Permission> chosen = permissions.stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
        return chosen.isEmpty() ? null : chosen;
    }

    private @Nullable Instant expiry(String days) {
        if (days.isBlank()) {
            return null;
        }
        try {
            return clock.instant().plus(Duration.ofDays(Integer.parseInt(days.strip())));
        } catch (NumberFormatException e) {
            throw ProblemException.of(Problem.INVALID, "\"%s\" is no number of days.".formatted(days))
                    .with("days", "is no number of days");
        }
    }

    private Page page(Tokens.@Nullable Created created, @Nullable AccountTrouble trouble) {
        return Page.of("identity/tokens", Section.SETTINGS, "API tokens")
                .with("tokens", tokens.list(visibility.reader(), current.caller()))
                .with("roles", roles.list(current.caller().outsider()))
                .with("created", created)
                .with("errors", LinkPages.errors(trouble));
    }
}

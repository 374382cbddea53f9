package dev.ward.identity.web;

import dev.ward.identity.Account;
import java.util.UUID;

/// @param state  `invited`, `active` or `disabled`
record PersonBody(UUID id, String name, String email, String role, String state) {

    static PersonBody of(Account account) {
        String state = account.hasPassword() ? "active" : "invited";
        return new PersonBody(
                account.id().value(),
                account.name(),
                account.email(),
                account.role(),
                account.enabled() ? state : "disabled");
    }
}

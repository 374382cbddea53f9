package dev.ward.identity;

import org.jspecify.annotations.Nullable;

/// An account that is to be made.
///
/// @param email         without space around it
/// @param organisation  whose person it is; null for the manufacturer's own
record NewAccount(
        String email, String name, String role, @Nullable OrganisationId organisation) {

    NewAccount {
        email = email.strip();
        name = name.strip();
    }
}

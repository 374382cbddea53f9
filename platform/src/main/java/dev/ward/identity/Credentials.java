package dev.ward.identity;

import org.jspecify.annotations.Nullable;

/// @param password  encoded; null until the person has chosen one
record Credentials(AccountId id, String name, @Nullable String password, boolean enabled) {}

package dev.ward.identity;

import java.time.Instant;

/// What came of a try to sign in.
public sealed interface SignInAnswer {

    /// @param secret  for the session's cookie
    /// @param device  for the cookie by which the door knows the browser again
    record Welcome(String secret, String device) implements SignInAnswer {}

    /// The address or the password is wrong, or the account is disabled; which of them is not told.
    record Refused() implements SignInAnswer {}

    /// @param until  when the next try is looked at
    record TooOften(Instant until) implements SignInAnswer {}
}

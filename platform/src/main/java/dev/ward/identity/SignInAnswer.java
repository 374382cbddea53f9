package dev.ward.identity;

import java.time.Instant;

/// What came of a try to sign in.
public sealed interface SignInAnswer {

    /// @param secret  for the session's cookie
    /// @param device  for the cookie by which the door knows the browser again
    record Welcome(String secret, String device) implements SignInAnswer {}

    /// The password is right, and a code is asked for beside it.
    ///
    /// @param secret  for the cookie by which the second step knows the sign-in; it opens nothing
    /// @param setUp   whether the person has no app yet, and sets one up first
    record Further(String secret, boolean setUp) implements SignInAnswer {}

    /// No sign-in waits for a code (any more): it begins again.
    record Over() implements SignInAnswer {}

    /// The address or the password is wrong, or the account is disabled; which of them is not told.
    record Refused() implements SignInAnswer {}

    /// @param until  when the next try is looked at
    record TooOften(Instant until) implements SignInAnswer {}
}

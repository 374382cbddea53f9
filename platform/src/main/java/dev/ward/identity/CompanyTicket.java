package dev.ward.identity;

import java.util.Base64;

/// What a browser keeps that was sent to the provider. Everything that the provider is told and tells back follows from
/// it, so
/// that only this browser can bring an answer, and only once.
///
/// @param secret  256 bits of chance
record CompanyTicket(String secret) {

    static CompanyTicket random() {
        return new CompanyTicket(Secret.random());
    }

    String state() {
        return derived("state");
    }

    String nonce() {
        return derived("nonce");
    }

    /// Source: RFC 7636, 4.1: 43 characters.
    String verifier() {
        return derived("verifier");
    }

    String codeChallenge() {
        return text(Secret.digest(verifier()));
    }

    private String derived(String use) {
        return text(Secret.digest(use + ":" + secret));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "CompanyTicket[]";
    }
}

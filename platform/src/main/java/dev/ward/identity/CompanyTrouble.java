package dev.ward.identity;

/// The company's sign-in cannot be reached, or said what cannot be believed. The message is for the log; people are
/// told
/// that it did not work.
final class CompanyTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    CompanyTrouble(String message) {
        super(message);
    }

    CompanyTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.ward.command;

/// What was asked for cannot be done; the message says why, in one line.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}

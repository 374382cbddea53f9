package dev.ward.audit;

/// Who acts: a person, a token, or a machine job. A value; audit knows no accounts.
///
/// @param id    the account's or token's public id; for a machine its name
/// @param name  how people call it at the time of the act; of a person or token it never enters the chain
///              itself
public record Actor(Kind kind, String id, String name) {

    public enum Kind {
        PERSON,
        TOKEN,
        MACHINE
    }

    /// @param name  what runs, e.g. "import of kev"; no personal data
    public static Actor machine(String name) {
        return new Actor(Kind.MACHINE, name, name);
    }
}

package dev.ward.identity;

/// What the domain does not allow to be done with an account or token. The message is for people.
public class AccountTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String words;

    /// @param field  which part of the form is at fault; empty for none
    AccountTrouble(String field, String message) {
        super(message);
        this.field = field;
        this.words = message;
    }

    /// What to tell the person.
    public String words() {
        return words;
    }

    public String field() {
        return field;
    }
}

package dev.ward.device.intake;

/// A value that cannot be taken. Cheap to throw, as a file may hold millions.
final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final Rule rule;

    Unfit(Rule rule, String reason) {
        super(reason, null, false, false);
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

package dev.ward.product;

/// One of the three answers. Unknown is an answer too, and never counts as the better one.
public enum Answer {
    YES("Yes"),
    NO("No"),
    UNKNOWN("Not known");

    private final String words;

    Answer(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// All of them: no as soon as one says no, yes when all say yes, and else unknown.
    static Answer all(Answer... answers) {
        boolean certain = true;
        for (Answer answer : answers) {
            if (answer == NO) {
                return NO;
            }
            certain &= answer == YES;
        }
        return certain ? YES : UNKNOWN;
    }
}

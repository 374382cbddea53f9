package dev.ward.correction.web;

import dev.ward.web.TypedText;

/// Reads whether something was reported.
final class Reported {

    private Reported() {}

    /// @throws dev.ward.web.ProblemException  when it is neither yes nor no
    static boolean yes(String field, String word) {
        return switch (word) {
            case "yes" -> true;
            case "no" -> false;
            default ->
                throw TypedText.refused(
                        field, "\"%s\" is neither yes nor no.".formatted(word), "is neither yes nor no");
        };
    }
}

package dev.ward.rule;

import java.util.List;

/// A column of a set of rules.
///
/// @param title    for people
/// @param choices  what a cell may say; none where it is free text
/// @param fixed    whether the cell names its row, and is not changed
public record RuleColumn(String title, List<Choice> choices, boolean fixed) {

    /// @param key    as it is kept
    /// @param title  for people
    public record Choice(String key, String title) {}

    public RuleColumn {
        choices = List.copyOf(choices);
    }

    /// What a cell says, for people.
    public String words(String key) {
        return choices.stream()
                .filter(choice -> choice.key().equals(key))
                .map(Choice::title)
                .findFirst()
                .orElse(key);
    }
}

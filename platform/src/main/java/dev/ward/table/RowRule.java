package dev.ward.table;

import java.util.Locale;

/// Why something is said of a row. Each import has an enum of them; what they mean to people stands in
/// its `rules.tsv`.
public interface RowRule {

    /// As the enum has it.
    String name();

    /// Where its texts stand.
    RuleTexts texts();

    /// As it stands in the database and in the API: `wrong-date`.
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As people read it.
    default String title() {
        return texts().of(this, RuleTexts.TITLE);
    }

    /// Whether the row is not taken.
    default boolean refuses() {
        return texts().of(this, RuleTexts.OUTCOME).equals("refused");
    }

    /// For people.
    default String whatToDo() {
        return texts().of(this, RuleTexts.WHAT_TO_DO);
    }

    /// The rule of a word.
    static <R extends Enum<R> & RowRule> R of(Class<R> rules, String word) {
        return Enum.valueOf(rules, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package dev.ward.regulation;

import dev.ward.standards.due.ClockRule;
import dev.ward.standards.due.RuleBook;
import dev.ward.standards.due.Vocabulary;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The sets of rules and calendars by which cases are judged now.
@Component
public class RuleBooks {

    public RuleBook current() {
        return RuleBook.shipped();
    }

    /// What each regime is, by its word.
    public Map<String, String> regimes() {
        return current().vocabulary().words(Vocabulary.REGIME);
    }

    /// What each type of evidence is, by its word.
    public Map<String, String> evidence() {
        return current().vocabulary().words(Vocabulary.EVIDENCE);
    }

    /// What each kind of event is, by its word.
    public Map<String, String> events() {
        return current().vocabulary().words(Vocabulary.EVENT);
    }

    public Set<String> clocks() {
        return current().ruleSets().stream()
                .flatMap(set -> set.clocks().stream())
                .map(ClockRule::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}

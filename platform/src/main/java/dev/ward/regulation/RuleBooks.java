package dev.ward.regulation;

import dev.ward.regulation.BookRepository.Head;
import dev.ward.standards.due.ClockRule;
import dev.ward.standards.due.RuleBook;
import dev.ward.standards.due.Vocabulary;
import dev.ward.standards.due.WorkCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The sets of rules and calendars by which cases are judged now: what Ward brings, with what people
/// entered. Each use asks which edition that is, so that all servers judge by the same.
@Component
public class RuleBooks {

    private final BookRepository repository;
    private volatile Edition read = new Edition(Head.SHIPPED, RuleBook.shipped());

    RuleBooks(BookRepository repository) {
        this.repository = repository;
    }

    /// @param head  which it is
    record Edition(Head head, RuleBook book) {

        long number() {
            return head.edition();
        }
    }

    public RuleBook current() {
        return inForce().book();
    }

    Edition inForce() {
        Head head = repository.head();
        Edition known = read;
        if (known.head().equals(head)) {
            return known;
        }
        Edition fresh = new Edition(head, bookOf(head.edition()));
        read = fresh;
        return fresh;
    }

    /// The book as it was in an edition.
    RuleBook bookOf(long edition) {
        RuleBook shipped = RuleBook.shipped();
        Map<String, List<WorkCalendar.Entry>> entries = repository.holidays(edition).stream()
                .collect(Collectors.groupingBy(
                        HolidayEntry::calendar,
                        Collectors.mapping(
                                one -> new WorkCalendar.Entry(one.day(), one.holiday(), one.entered()),
                                Collectors.toList())));
        Map<String, WorkCalendar> calendars = new HashMap<>();
        shipped.calendars().forEach((id, calendar) -> {
            if (entries.containsKey(id)) {
                calendars.put(id, calendar.with(entries.getOrDefault(id, List.of())));
            }
        });
        return shipped.with(calendars);
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

package dev.ward.regulation;

import dev.ward.regulation.BookRepository.Head;
import dev.ward.standards.due.ClockRule;
import dev.ward.standards.due.RuleBook;
import dev.ward.standards.due.RuleSet;
import dev.ward.standards.due.RuleSetFile;
import dev.ward.standards.due.Vocabulary;
import dev.ward.standards.due.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The sets of rules and calendars by which cases are judged now: what Ward brings, with what people
/// entered. Each use asks which edition that is, so that all servers judge by the same.
@Component
public class RuleBooks {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBooks.class);

    private final BookRepository repository;
    private final RuleVersionRepository versions;
    private volatile Edition read = new Edition(Head.SHIPPED, RuleBook.shipped(), Map.of());

    RuleBooks(BookRepository repository, RuleVersionRepository versions) {
        this.repository = repository;
        this.versions = versions;
    }

    /// @param head   which it is
    /// @param unfit  why versions that people brought are not in it, by edition: they fitted into the book of
    ///               an earlier version of Ward
    record Edition(Head head, RuleBook book, Map<Long, String> unfit) {

        Edition {
            unfit = Map.copyOf(unfit);
        }

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
        Edition fresh = edition(
                head,
                versions.all().stream().filter(one -> one.isIn(head.edition())).toList());
        fresh.unfit().forEach((edition, why) -> LOG.warn("the rules of edition {} decide no more: {}", edition, why));
        read = fresh;
        return fresh;
    }

    /// The book as it was in an edition.
    RuleBook bookOf(long edition) {
        return edition(
                        new Head(edition, Head.SHIPPED.token()),
                        versions.all().stream().filter(one -> one.isIn(edition)).toList())
                .book();
    }

    /// The book with these versions.
    Edition edition(Head head, List<KeptVersion> brought) {
        RuleBook book = RuleBook.shipped();
        Map<Long, String> unfit = new HashMap<>();
        for (KeptVersion one : brought) {
            RuleSetFile.Checked checked =
                    RuleSetFile.read(one.content().getBytes(StandardCharsets.UTF_8), book.vocabulary());
            RuleSet set = checked.ruleSet();
            if (set == null) {
                unfit.put(one.brought().edition(), String.join("; ", checked.faults()));
                continue;
            }
            try {
                book = book.with(set, checked.calendars());
            } catch (IllegalArgumentException e) {
                unfit.put(one.brought().edition(), String.valueOf(e.getMessage()));
            }
        }
        return new Edition(head, book.with(calendars(book, head.edition())), unfit);
    }

    private Map<String, WorkCalendar> calendars(RuleBook book, long edition) {
        Map<String, List<WorkCalendar.Entry>> entries = new HashMap<>();
        repository
                .holidays(edition)
                .forEach(one -> entries.computeIfAbsent(one.calendar(), _ -> new ArrayList<>())
                        .add(new WorkCalendar.Entry(one.day(), one.holiday(), one.entered())));
        Map<String, WorkCalendar> calendars = new HashMap<>();
        book.calendars().forEach((id, calendar) -> {
            if (entries.containsKey(id)) {
                calendars.put(id, calendar.with(entries.getOrDefault(id, List.of())));
            }
        });
        return calendars;
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

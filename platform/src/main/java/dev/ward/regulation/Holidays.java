package dev.ward.regulation;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.standards.due.RuleBook;
import dev.ward.standards.due.WorkCalendar;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The calendars of working days, and what people say of single days. Entries are never changed: what
/// was wrong is followed by another. All cases are judged anew after each.
@Service
@Transactional
public class Holidays {

    /// Years that can be asked for and entered: as far as a clock of today may count.
    public static final int FIRST_YEAR = 1990;

    private static final int YEARS_AHEAD = 30;

    private final RuleBooks books;
    private final BookRepository repository;
    private final BookChanges changes;
    private final Evaluations evaluations;
    private final AuditTrail audit;

    Holidays(
            RuleBooks books,
            BookRepository repository,
            BookChanges changes,
            Evaluations evaluations,
            AuditTrail audit) {
        this.books = books;
        this.repository = repository;
        this.changes = changes;
        this.evaluations = evaluations;
        this.audit = audit;
    }

    /// The year that it is.
    public int thisYear() {
        return today().getYear();
    }

    public int lastYear() {
        return thisYear() + YEARS_AHEAD;
    }

    /// All calendars, by id.
    ///
    /// @throws ProblemException  when the year is none that can be asked for
    @Transactional(readOnly = true)
    public List<CalendarYear> calendars(int year) {
        checkYear("year", year);
        RuleBooks.Edition edition = books.inForce();
        List<HolidayEntry> entries = repository.holidays(edition.number()).reversed();
        return edition.book().calendars().values().stream()
                .sorted(Comparator.comparing(WorkCalendar::id))
                .map(calendar -> year(calendar, year, entries))
                .toList();
    }

    /// @throws ProblemException  when there is no such calendar
    @Transactional(readOnly = true)
    public CalendarYear calendar(String id, int year) {
        return calendars(year).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no calendar \"%s\".".formatted(id)));
    }

    /// The job that judged all cases last after a change, or does so now.
    public Optional<Job> newestJob(Reader reader) {
        return changes.newest(reader);
    }

    private static CalendarYear year(WorkCalendar calendar, int year, List<HolidayEntry> newestFirst) {
        List<HolidayEntry> own = newestFirst.stream()
                .filter(entry -> entry.calendar().equals(calendar.id()))
                .toList();
        List<CalendarYear.Holiday> days = calendar.holidays(year).entrySet().stream()
                .map(day -> new CalendarYear.Holiday(
                        day.getKey(),
                        day.getValue(),
                        own.stream()
                                .filter(entry -> entry.day().equals(day.getKey()))
                                .findFirst()
                                .orElse(null)))
                .toList();
        return new CalendarYear(calendar.id(), calendar.name(), calendar.source(), year, days, own);
    }

    /// What came of an entry.
    ///
    /// @param job  that judges all cases anew
    public record Entered(HolidayEntry entry, Job job) {}

    /// Says of a day that it is not worked, under a name; or that it is, without one.
    ///
    /// @throws ProblemException  when what was entered cannot be, or says nothing new
    public Entered enter(Actor actor, HolidayDraft draft) {
        Instant now = evaluations.now();
        long edition = changes.begin();
        RuleBook book = books.current();
        String asked = TypedText.required("calendar", draft.calendar(), HolidayDraft.LONGEST_NAME);
        WorkCalendar calendar = book.calendars().get(asked);
        if (calendar == null) {
            throw TypedText.refused(
                    "calendar", "There is no calendar \"%s\".".formatted(draft.calendar()), "is none that there is");
        }
        LocalDate day = day(draft.day());
        String holiday = TypedText.optional("holiday", draft.holiday(), HolidayDraft.LONGEST_NAME);
        String because = FactEntries.text("because", draft.because());
        check(calendar, day, holiday);
        HolidayEntry entry = new HolidayEntry(edition, calendar.id(), day, holiday, because, now, actor.name());
        repository.insert(entry, actor);
        audit.record(
                actor,
                Act.of(holiday == null ? "holiday.removed" : "holiday.added", "calendar", calendar.id())
                        .before(day.toString(), calendar.reason(day))
                        .after(day.toString(), holiday == null ? "worked" : holiday)
                        .why(because)
                        .personal(Act.WHY));
        return new Entered(
                entry,
                changes.done(
                        actor,
                        now,
                        "%s is %s in %s".formatted(day, holiday == null ? "worked" : holiday, calendar.id())));
    }

    private static void check(WorkCalendar calendar, LocalDate day, @Nullable String holiday) {
        String reason = calendar.reason(day);
        if (holiday != null && reason != null) {
            throw TypedText.refused(
                    "day", "%s is not worked already: %s.".formatted(day, reason), "is not worked already: " + reason);
        }
        if (holiday == null && (reason == null || (calendar.isWeekend(day) && !calendar.isEntered(day)))) {
            String what = reason == null ? "is worked already" : "is a day of the weekend";
            throw TypedText.refused("day", "%s %s.".formatted(day, what), what);
        }
    }

    private LocalDate day(@Nullable String text) {
        String words = TypedText.required("day", text, HolidayDraft.LONGEST_NAME);
        try {
            LocalDate day = LocalDate.parse(words);
            checkYear("day", day.getYear());
            return day;
        } catch (DateTimeException e) {
            throw TypedText.refused("day", "\"%s\" is no day (2026-03-08).".formatted(words), "is no day (2026-03-08)");
        }
    }

    private void checkYear(String field, int year) {
        if (year < FIRST_YEAR || year > lastYear()) {
            String what = "lies in no year from %d to %d".formatted(FIRST_YEAR, lastYear());
            throw TypedText.refused(field, "\"%d\" %s.".formatted(year, what), what);
        }
    }

    private LocalDate today() {
        return evaluations.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}

package dev.ward.regulation.web;

import dev.ward.handling.CaseTeams;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.DueCalendar;
import dev.ward.regulation.Obligation;
import dev.ward.regulation.ObligationFilter;
import dev.ward.regulation.Obligations;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Summary;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// What is due, day by day of a month, and as a feed.
@Controller
@Requires(Permission.OBLIGATION_READ)
class DueCalendarPages {

    private static final String TITLE = "Calendar";
    private static final String HERE = "/due/calendar";
    /// So many things are shown of a month.
    private static final int MOST = 1_000;

    /// So many things, those that end first before the others, are given to other calendars.
    private static final int MOST_FED = 10_000;

    private static final int YEARS = 100;

    private final Obligations obligations;
    private final BoardChoices choices;
    private final CaseTeams teams;
    private final Clock clock;
    private final Visibility visibility;

    DueCalendarPages(
            Obligations obligations, BoardChoices choices, CaseTeams teams, Clock clock, Visibility visibility) {
        this.obligations = obligations;
        this.choices = choices;
        this.teams = teams;
        this.clock = clock;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry calendarEntry() {
        return new NavigationEntry(Section.DUE, TITLE, HERE, Permission.OBLIGATION_READ.name(), 20);
    }

    @GetMapping(HERE)
    Page month(@ModelAttribute BoardQuestion question, @RequestParam(required = false) @Nullable String month) {
        YearMonth shown = month == null || month.isBlank() ? YearMonth.from(today()) : read(month);
        Reader reader = visibility.reader();
        ObligationFilter filter = question.filter();
        List<Obligation> due = obligations.between(reader, filter, shown.atDay(1), shown.atEndOfMonth(), MOST);
        SequencedMap<LocalDate, List<Obligation>> days = new TreeMap<>();
        due.forEach(
                one -> days.computeIfAbsent(one.day(), _ -> new ArrayList<>()).add(one));
        return Page.of("regulation/calendar", Section.DUE, TITLE)
                .crumb(BoardPages.TITLE, BoardPages.HERE)
                .with("question", question)
                .with("filter", filter)
                .with("choices", choices.of(reader, filter))
                .with("people", teams.names(reader))
                .with("number", due.size())
                .with("month", shown)
                .with("today", today())
                .with("days", days)
                .with("most", due.size() == MOST);
    }

    private YearMonth read(String month) {
        try {
            YearMonth read = YearMonth.parse(month.strip());
            if (Math.abs(read.getYear() - today().getYear()) > YEARS) {
                throw new DateTimeException("too far away");
            }
            return read;
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    "month", "\"%s\" is no month such as 2026-12.".formatted(month), "is no month such as 2026-12");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    @GetMapping("/api/v1/obligations/calendar.ics")
    @Summary("What is due from a year ago on, as a calendar (iCalendar, RFC 5545)")
    ResponseEntity<String> feed(@ModelAttribute BoardQuestion question) {
        List<Obligation> due = obligations.between(
                visibility.reader(), question.filter(), today().minusYears(1), today().plusYears(YEARS), MOST_FED);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .body(DueCalendar.of(due, clock.instant()));
    }
}

package dev.ward.regulation.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.regulation.CalendarYear;
import dev.ward.regulation.HolidayDraft;
import dev.ward.regulation.HolidayEntry;
import dev.ward.regulation.Holidays;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Calendars of working days, for programs.
@RestController
@RequestMapping("/api/v1/obligations/calendars")
class HolidayApi {

    private final Holidays holidays;
    private final CurrentActor actor;

    HolidayApi(Holidays holidays, CurrentActor actor) {
        this.holidays = holidays;
        this.actor = actor;
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    @Summary("Lists the calendars of working days with the holidays of a year, this one where none is named")
    Slice<CalendarYear> list(@RequestParam(required = false) @Nullable Integer year) {
        return new Slice<>(holidays.calendars(year(year)), null);
    }

    @GetMapping("/{id}")
    @Requires(Permission.OBLIGATION_READ)
    @Summary("Gives a calendar with the holidays of a year, and what was entered of its days")
    CalendarYear show(@PathVariable String id, @RequestParam(required = false) @Nullable Integer year) {
        return holidays.calendar(id, year(year));
    }

    private int year(@Nullable Integer year) {
        return year == null ? holidays.thisYear() : year;
    }

    /// @param holiday  what the day is called; null or empty when it is worked
    record HolidayBody(
            @Nullable String day,
            @Nullable String holiday,
            @Nullable String because) {}

    /// @param job  that judges all cases anew
    record HolidayAnswer(HolidayEntry entry, UUID job) {}

    @PostMapping("/{id}/entries")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.REGULATION_SIGN)
    @Summary("Says of a day of a calendar that it is not worked, under a name, or that it is, without one")
    HolidayAnswer enter(@PathVariable String id, @RequestBody HolidayBody body) {
        Holidays.Entered entered =
                holidays.enter(actor.get(), new HolidayDraft(id, body.day(), body.holiday(), body.because()));
        return new HolidayAnswer(entered.entry(), entered.job().id().value());
    }
}

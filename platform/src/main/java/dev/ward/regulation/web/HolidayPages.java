package dev.ward.regulation.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.CalendarYear;
import dev.ward.regulation.HolidayDraft;
import dev.ward.regulation.Holidays;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The days on which it is not worked, by which clocks of working days are counted.
@Controller
@RequestMapping("/due/holidays")
class HolidayPages {

    private static final String HERE = "/due/holidays";
    private static final String KEPT = "Kept. All cases are judged anew now.";

    private final Holidays holidays;
    private final CurrentActor actor;
    private final Visibility visibility;

    HolidayPages(Holidays holidays, CurrentActor actor, Visibility visibility) {
        this.holidays = holidays;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    Page show(@RequestParam(required = false) @Nullable Integer year) {
        return page(year, Form.empty());
    }

    @PostMapping("/add")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView add(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act("add", sent, response, () -> {
            String name = TypedText.required("holiday", sent.get("addHoliday"), HolidayDraft.LONGEST_NAME);
            holidays.enter(
                    actor.get(),
                    new HolidayDraft(sent.get("addCalendar"), sent.get("addDay"), name, sent.get("addBecause")));
            return KEPT;
        });
    }

    @PostMapping("/remove")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView remove(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act("remove", sent, response, () -> {
            holidays.enter(
                    actor.get(),
                    new HolidayDraft(
                            sent.get("removeCalendar"), sent.get("removeDay"), null, sent.get("removeBecause")));
            return KEPT;
        });
    }

    private Page page(@Nullable Integer asked, Form form) {
        int year = asked == null ? holidays.thisYear() : asked;
        List<CalendarYear> calendars = holidays.calendars(year);
        SequencedMap<String, String> names = new LinkedHashMap<>();
        calendars.forEach(one -> names.put(one.id(), one.name()));
        return Page.of("regulation/holidays", Section.DUE, "Holidays")
                .with("year", year)
                .with("before", year > Holidays.FIRST_YEAR ? year - 1 : 0)
                .with("after", year < holidays.lastYear() ? year + 1 : 0)
                .with("calendars", calendars)
                .with("names", names)
                .with("job", holidays.newestJob(visibility.reader()).orElse(null))
                .with("form", form);
    }

    /// Goes back to the year of the day that was entered, where it has one.
    private ModelAndView act(
            String act, Map<String, String> sent, HttpServletResponse response, Supplier<String> done) {
        String day = sent.getOrDefault(act + "Day", "");
        String year = day.matches("\\d{4}-.*") ? day.substring(0, 4) : "";
        String back = year.isEmpty() ? HERE : HERE + "?year=" + year;
        return Acts.done(act, sent, back, response, done, form -> page(null, form));
    }
}

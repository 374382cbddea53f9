package dev.ward.handling.web;

import dev.ward.handling.CaseFilter;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.Cases;
import dev.ward.handling.PhaseLag;
import dev.ward.handling.PhaseLags;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.WorkSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tasks of a person, and the open cases that they answer for.
@Component
class CaseWork implements WorkSource {

    private final Cases cases;
    private final PhaseLags lags;
    private final CaseTalk talk;
    private final CurrentActor actor;
    private final Visibility visibility;

    CaseWork(Cases cases, PhaseLags lags, CaseTalk talk, CurrentActor actor, Visibility visibility) {
        this.cases = cases;
        this.lags = lags;
        this.talk = talk;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Override
    public List<Item> items() {
        AccountId me = actor.caller().account();
        if (me == null || !actor.may(Permission.CASE_READ)) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        talk.tasksOf(visibility.reader(), me, MOST)
                .forEach(task -> items.add(new Item(
                        "Do a task", task.title(), "/cases/" + task.ofCase().text(), null, task.due())));
        List<VulnerabilityCase> mine = cases.list(
                        visibility.reader(), new CaseFilter(false, null, me, null), null, MOST)
                .items();
        Map<CaseNumber, PhaseLag> lagging = lags.of(visibility.reader(), mine);
        mine.forEach(one -> items.add(new Item(
                doing(one, lagging.get(one.number())),
                one.title(),
                "/cases/" + one.number().text(),
                one.opened(),
                null)));
        return items;
    }

    private static String doing(VulnerabilityCase one, @Nullable PhaseLag lag) {
        String phase = "Handle a case, in " + one.phase().title().toLowerCase(Locale.ROOT);
        return lag == null ? phase : phase + " still. " + lag.words();
    }
}

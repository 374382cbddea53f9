package dev.ward.handling.web;

import dev.ward.handling.CaseFilter;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.Cases;
import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.WorkSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The tasks of a person, and the open cases that they answer for.
@Component
class CaseWork implements WorkSource {

    private final Cases cases;
    private final CaseTalk talk;
    private final CurrentActor actor;
    private final Visibility visibility;

    CaseWork(Cases cases, CaseTalk talk, CurrentActor actor, Visibility visibility) {
        this.cases = cases;
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
        cases.list(visibility.reader(), new CaseFilter(false, null, me, null), null, MOST)
                .items()
                .forEach(one -> items.add(new Item(
                        "Handle a case, in " + one.phase().title().toLowerCase(Locale.ROOT),
                        one.title(),
                        "/cases/" + one.number().text(),
                        one.opened(),
                        null)));
        return items;
    }
}

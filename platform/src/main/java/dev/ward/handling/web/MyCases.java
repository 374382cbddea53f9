package dev.ward.handling.web;

import dev.ward.handling.CaseFilter;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.Cases;
import dev.ward.handling.PhaseLags;
import dev.ward.handling.Task;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.HomePart;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The open cases that somebody answers for, and what they have to do in any.
@Component
class MyCases implements HomePart {

    private static final int MOST = 8;

    private final Cases cases;
    private final PhaseLags lags;
    private final CaseTalk talk;
    private final CurrentActor actor;
    private final Visibility visibility;

    MyCases(Cases cases, PhaseLags lags, CaseTalk talk, CurrentActor actor, Visibility visibility) {
        this.cases = cases;
        this.lags = lags;
        this.talk = talk;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "My cases and tasks";
    }

    @Override
    public String view() {
        return "handling/my-cases";
    }

    @Override
    public @Nullable Map<String, Object> model() {
        AccountId me = actor.caller().account();
        if (me == null) {
            return null;
        }
        CaseFilter mine = new CaseFilter(false, null, me, null);
        List<VulnerabilityCase> open =
                cases.list(visibility.reader(), mine, null, MOST).items();
        List<Task> tasks = talk.tasksOf(visibility.reader(), me, MOST);
        return open.isEmpty() && tasks.isEmpty()
                ? null
                : Map.of("cases", open, "tasks", tasks, "lags", lags.of(visibility.reader(), open));
    }

    @Override
    public String permission() {
        return Permission.CASE_READ.name();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean aside() {
        return true;
    }
}

package dev.ward.correction.web;

import dev.ward.correction.Recalls;
import dev.ward.correction.Recalls.DueReport;
import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.WorkSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Status reports of recalls that are due within a week, or overdue: for whoever signs for regulatory
/// affairs, and for the owner of the case.
@Component
class RecallWork implements WorkSource {

    private static final int DAYS = 7;

    private final Recalls recalls;
    private final CurrentActor actor;
    private final Visibility visibility;

    RecallWork(Recalls recalls, CurrentActor actor, Visibility visibility) {
        this.recalls = recalls;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Override
    public List<Item> items() {
        boolean signs = actor.may(Permission.REGULATION_SIGN);
        AccountId me = actor.caller().account();
        if (!actor.may(Permission.OBLIGATION_READ) || (!signs && me == null)) {
            return List.of();
        }
        LocalDate today = recalls.today();
        return recalls.due(visibility.reader(), signs ? null : me, today.plusDays(DAYS)).stream()
                .limit(MOST)
                .map(one -> item(one, today))
                .toList();
    }

    private static Item item(DueReport one, LocalDate today) {
        return new Item(
                (one.day().isBefore(today) ? "Overdue: " : "Soon due: ") + "status report of a recall (21 CFR 7.53)",
                one.recall().title() + ", " + one.title(),
                "/cases/%s/due/recall/%s".formatted(one.number(), one.recall().id()),
                null,
                one.day());
    }
}

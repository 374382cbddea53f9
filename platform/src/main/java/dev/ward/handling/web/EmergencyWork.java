package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.EmergencyOpening;
import dev.ward.handling.EmergencyOpenings;
import dev.ward.identity.AccountId;
import dev.ward.identity.Caller;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Visibility;
import dev.ward.web.WorkSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Tells everyone who takes part in a case that somebody opened it in an emergency, until it is reviewed.
@Component
class EmergencyWork implements WorkSource {

    private static final int LONGEST_REASON = 200;

    private final EmergencyOpenings openings;
    private final Cases cases;
    private final CurrentActor actor;
    private final Visibility visibility;

    EmergencyWork(EmergencyOpenings openings, Cases cases, CurrentActor actor, Visibility visibility) {
        this.openings = openings;
        this.cases = cases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Override
    public List<Item> items() {
        Caller caller = actor.caller();
        AccountId me = caller.account();
        if (me == null || !caller.may(Permission.CASE_READ)) {
            return List.of();
        }
        Reader reader = visibility.reader();
        List<Item> items = new ArrayList<>();
        openings.waitingFor(reader, me, MOST).forEach(opening -> {
            CaseNumber number = Objects.requireNonNull(opening.number());
            boolean review = openings.mayReview(caller, cases.get(reader, number), opening);
            items.add(new Item(
                    (review ? "Review: " : "Know: ") + words(opening),
                    Objects.requireNonNull(opening.title()),
                    "/cases/" + number.text() + "/emergencies",
                    opening.at(),
                    null));
        });
        return items;
    }

    private static String words(EmergencyOpening opening) {
        String because = Objects.requireNonNull(opening.because());
        String start = because.codePointCount(0, because.length()) <= LONGEST_REASON
                ? because
                : because.substring(0, because.offsetByCodePoints(0, LONGEST_REASON)) + " …";
        return "opened in an emergency by %s, because: %s".formatted(opening.by(), start);
    }
}

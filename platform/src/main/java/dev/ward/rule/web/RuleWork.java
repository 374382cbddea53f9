package dev.ward.rule.web;

import dev.ward.identity.CurrentActor;
import dev.ward.rule.RuleSets;
import dev.ward.signature.Discipline;
import dev.ward.signature.Signatories;
import dev.ward.web.WorkSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Drafts of rules that wait for the signature of a person's discipline.
@Component
class RuleWork implements WorkSource {

    private final RuleSets rules;
    private final Signatories signatories;
    private final CurrentActor actor;

    RuleWork(RuleSets rules, Signatories signatories, CurrentActor actor) {
        this.rules = rules;
        this.signatories = signatories;
        this.actor = actor;
    }

    @Override
    public List<Item> items() {
        Map<Discipline, String> unqualified = signatories.unqualified(actor.caller());
        List<Item> items = new ArrayList<>();
        rules.kinds()
                .forEach(kind -> rules.draft(kind)
                        .ifPresent(draft -> rules.unsigned(draft).stream()
                                .filter(discipline ->
                                        actor.may(discipline.permission()) && !unqualified.containsKey(discipline))
                                .forEach(discipline -> items.add(new Item(
                                        "Sign for " + discipline.title().toLowerCase(Locale.ROOT),
                                        kind.title() + ", version " + draft.version(),
                                        "/rules/" + kind.key(),
                                        draft.changed(),
                                        null)))));
        return items;
    }
}

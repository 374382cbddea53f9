package dev.ward.handling.web;

import dev.ward.handling.CaseDraft;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.EmbargoDraft;
import dev.ward.handling.SignalActs;
import dev.ward.handling.SignalId;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens a case with what is known at once, or not at all.
@Component
class CaseOpening {

    private final Cases cases;
    private final CaseTeams teams;
    private final CaseScopes scopes;
    private final SignalActs signals;
    private final CurrentActor actor;
    private final Visibility visibility;

    CaseOpening(
            Cases cases,
            CaseTeams teams,
            CaseScopes scopes,
            SignalActs signals,
            CurrentActor actor,
            Visibility visibility) {
        this.cases = cases;
        this.teams = teams;
        this.scopes = scopes;
        this.signals = signals;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param own     whether it is, besides, about a flaw of own code without a name
    /// @param signal  that is joined to it; null for none
    /// @param secret  the embargo under which it stands from the start; null for none
    @Transactional
    public VulnerabilityCase open(
            CaseDraft draft,
            List<String> vulnerabilities,
            boolean own,
            @Nullable SignalId signal,
            @Nullable EmbargoDraft secret) {
        CaseNumber number = cases.open(actor.get(), draft).number();
        if (secret != null) {
            teams.embargo(actor.get(), visibility.reader(), number, secret);
        }
        vulnerabilities.forEach(name -> scopes.add(actor.get(), visibility.reader(), number, name));
        if (own) {
            scopes.addOwn(actor.get(), visibility.reader(), number);
        }
        if (signal != null) {
            signals.join(actor.get(), visibility.reader(), signal, number, null);
        }
        return cases.get(visibility.reader(), number);
    }
}

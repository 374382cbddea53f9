package dev.ward.regulation;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Reader;
import dev.ward.standards.due.Moment;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How every entry of a fact begins and ends: with the case, and what was written checked; with an
/// entry of the trail, and what is due found anew.
@Component
class FactEntries {

    static final int LONGEST = 2_000;
    private static final int LONGEST_MOMENT = 40;

    private final Cases cases;
    private final Dossiers dossiers;
    private final Evaluations evaluations;
    private final AuditTrail audit;

    FactEntries(Cases cases, Dossiers dossiers, Evaluations evaluations, AuditTrail audit) {
        this.cases = cases;
        this.dossiers = dossiers;
        this.evaluations = evaluations;
        this.audit = audit;
    }

    /// @throws dev.ward.web.ProblemException  when there is no such case, or none that the reader may
    /// see
    VulnerabilityCase get(Reader reader, CaseNumber number) {
        return cases.get(reader, number);
    }

    Dossier dossier(VulnerabilityCase one) {
        Map<UUID, Dossier> found = dossiers.of(List.of(one.id()));
        return Objects.requireNonNull(found.get(one.id()));
    }

    /// A moment as it is kept. What lies ahead is no fact yet.
    Moment moment(String field, @Nullable String text, ZoneId zone) {
        String words = TypedText.required(field, text, LONGEST_MOMENT);
        Moment moment;
        try {
            moment = Moment.parse(words, zone);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw TypedText.refused(
                    field,
                    "\"%s\" is no day (2026-03-08) and no time (2026-03-08T14:30, taken in %s; or 2026-03-08T14:30:00Z)."
                            .formatted(words, zone.getId()),
                    "is no day and no time");
        }
        if (moment.earliest().isAfter(evaluations.now())) {
            throw TypedText.refused(
                    field, "\"%s\" lies ahead. Enter it when it has come.".formatted(words), "lies ahead");
        }
        return moment;
    }

    static String text(String field, @Nullable String text) {
        String words = TypedText.lines(field, text, LONGEST);
        if (words == null) {
            throw TypedText.refused(field, "The %s is missing.".formatted(field), "is missing");
        }
        return words;
    }

    void done(Actor actor, VulnerabilityCase one, Act act) {
        audit.record(actor, act);
        evaluations.refresh(List.of(one.id()));
    }

    /// An act upon a case, hidden with it.
    static Act act(String what, VulnerabilityCase one) {
        return act(what, one.number());
    }

    static Act act(String what, CaseNumber number) {
        return Act.of(what, "case", number.text());
    }

    Instant now() {
        return evaluations.now();
    }
}

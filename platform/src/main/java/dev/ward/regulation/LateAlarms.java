package dev.ward.regulation;

import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.clock.DeadlinesToldLate;
import dev.ward.handling.CaseNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps in the trail that a deadline of a case was told late, as nobody was there to tell it.
@Component
class LateAlarms {

    private static final Actor WARD = Actor.machine("clock");

    private final ObligationRepository obligations;
    private final AuditTrail audit;

    LateAlarms(ObligationRepository obligations, AuditTrail audit) {
        this.obligations = obligations;
        this.audit = audit;
    }

    @EventListener
    void on(DeadlinesToldLate told) {
        Map<UUID, CaseNumber> numbers = new HashMap<>(obligations.numbers(told.all().stream()
                .filter(one -> one.ownerKind().equals(Evaluations.OWNER))
                .map(DeadlinesToldLate.Late::ownerId)
                .distinct()
                .toList()));
        for (DeadlinesToldLate.Late one : told.all()) {
            CaseNumber number = numbers.get(one.ownerId());
            if (number != null) {
                audit.record(
                        WARD,
                        FactEntries.act("case.deadline-told-late", number)
                                .after("clock", one.clock())
                                .after("due", one.due().toString())
                                .after("told", one.told().toString())
                                .after("late", one.words()));
            }
        }
    }
}

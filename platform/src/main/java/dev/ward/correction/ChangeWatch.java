package dev.ward.correction;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.correction.ChangeRepository.Standing;
import dev.ward.correction.Classification.Ending;
import dev.ward.regulation.CasesEvaluated;
import dev.ward.signature.Signatures;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes back what was signed of changes as soon as a fact on which it rests is another one.
@Component
class ChangeWatch {

    private static final Actor WATCH = Actor.machine("watch over changes");

    private final ChangeRepository changes;
    private final Bases bases;
    private final Signatures signatures;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeWatch(ChangeRepository changes, Bases bases, Signatures signatures, AuditTrail audit, Clock clock) {
        this.changes = changes;
        this.bases = bases;
        this.signatures = signatures;
        this.audit = audit;
        this.clock = clock;
    }

    /// In the transaction in which the facts became others.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CasesEvaluated event) {
        List<Standing> standing = changes.standing(event.cases());
        if (standing.isEmpty()) {
            return;
        }
        Map<UUID, Basis> now =
                bases.of(standing.stream().map(Standing::caseId).distinct().toList());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Standing one : standing) {
            List<String> changed = one.classification().basis().changes(Objects.requireNonNull(now.get(one.caseId())));
            if (!changed.isEmpty()) {
                end(one, new Ending(at, String.join(" ", changed), true));
            }
        }
    }

    private void end(Standing one, Ending ending) {
        UUID id = one.classification().id();
        if (changes.end(id, ending)) {
            signatures.voidStanding(WATCH, Changes.RECORD, id, 1, List.of(Changes.RECORD), ending.because());
            audit.record(
                    WATCH,
                    Act.of("case.change-stands-no-longer", "case", one.publicId())
                            .before("outcome", one.classification().outcome().word())
                            .after("change", String.valueOf(one.number()))
                            .why(ending.because()));
        }
    }
}

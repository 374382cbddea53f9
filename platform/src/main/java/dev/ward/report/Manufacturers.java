package dev.ward.report;

import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Changes;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.web.Outdated;
import dev.ward.web.Taken;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps who reports, in versions.
@Service
@Transactional
public class Manufacturers {

    private static final String SUBJECT = "manufacturer";
    private static final int MOST_SHOWN = 50;

    private final ManufacturerRepository repository;
    private final AuditTrail audit;
    private final Mandate mandate;
    private final Clock clock;

    Manufacturers(ManufacturerRepository repository, AuditTrail audit, Mandate mandate, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.mandate = mandate;
        this.clock = clock;
    }

    /// What holds; its version is 0 when nobody has said anything.
    @Transactional(readOnly = true)
    public Manufacturer current() {
        return repository.newest(1).stream().findFirst().orElse(Manufacturer.UNSAID);
    }

    /// The newest first; at most 50.
    @Transactional(readOnly = true)
    public List<Manufacturer> history() {
        return repository.newest(MOST_SHOWN);
    }

    /// @param seen  the version that the person saw; 0 when there was none
    /// @return what holds now; as before when nothing differs
    /// @throws dev.ward.web.ProblemException  when it was changed in the meantime
    public Manufacturer save(Actor actor, int seen, Manufacturer.Draft draft) {
        mandate.confirm(actor, Permission.OBLIGATION_WRITE);
        Manufacturer before = current();
        if (before.version() != seen) {
            throw Outdated.of("Who reports");
        }
        Manufacturer after =
                Manufacturer.of(seen + 1, draft, clock.instant().truncatedTo(ChronoUnit.MICROS), actor.name());
        Changes changes = new Changes("manufacturer.saved", SUBJECT, "1")
                .of("registration", before.registration(), after.registration())
                .of("neverRegistered", before.neverRegistered(), after.neverRegistered())
                .of("name", before.name(), after.name())
                .of("address", before.address(), after.address())
                .of("phone", before.phone(), after.phone())
                .ofPersonal(
                        "contactName", before.contact().name(), after.contact().name())
                .of("contactTitle", before.contact().title(), after.contact().title())
                .ofPersonal(
                        "contactAddress",
                        before.contact().address(),
                        after.contact().address())
                .ofPersonal(
                        "contactPhone",
                        before.contact().phone(),
                        after.contact().phone())
                .of("sequenceBefore", before.sequenceBefore(), after.sequenceBefore())
                .of("srn", before.srn(), after.srn())
                .of(
                        "representativeName",
                        before.representative().name(),
                        after.representative().name())
                .of(
                        "representativeAddress",
                        before.representative().address(),
                        after.representative().address())
                .of(
                        "representativeSrn",
                        before.representative().srn(),
                        after.representative().srn());
        if (changes.isEmpty()) {
            return before;
        }
        Taken.refusing(() -> repository.insert(after, actor), () -> Outdated.of("Who reports"));
        audit.record(actor, changes.act().after("version", String.valueOf(after.version())));
        return after;
    }
}

package dev.ward.performance;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Changes;
import dev.ward.database.Uuids;
import dev.ward.identity.Caller;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Taken;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The interfaces of models: a small list of where each touches the world.
@Service
@Transactional
public class Interfaces {

    private static final String SUBJECT = "interface";

    private final InterfaceRepository interfaces;
    private final LinkRepository links;
    private final AuditTrail audit;
    private final Clock clock;

    Interfaces(InterfaceRepository interfaces, LinkRepository links, AuditTrail audit, Clock clock) {
        this.interfaces = interfaces;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those that the subject has now, by name.
    @Transactional(readOnly = true)
    public List<DeviceInterface> list(Subject subject) {
        return interfaces.list(subject);
    }

    /// @throws ProblemException  when the subject has none of the id
    @Transactional(readOnly = true)
    public DeviceInterface get(Subject subject, InterfaceId id) {
        return interfaces.list(subject).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no interface \"%s\".".formatted(id)));
    }

    /// @throws ProblemException  when the name is taken
    public DeviceInterface add(
            Caller caller,
            Subject subject,
            String name,
            DeviceInterface.Kind kind,
            DeviceInterface.Direction direction) {
        DeviceInterface one = new DeviceInterface(new InterfaceId(Uuids.next()), name, kind, direction, 1);
        List<DeviceInterface> present = interfaces.list(subject);
        if (present.size() >= InterfaceRepository.MOST) {
            throw ProblemException.of(
                    Problem.CONFLICT, "A model has at most %d interfaces.".formatted(InterfaceRepository.MOST));
        }
        refuseTaken(present, one);
        Taken.refusing(() -> interfaces.insert(subject, one, now()), () -> taken(one.name()));
        audit.record(
                caller.actor(),
                Act.of("interface.added", SUBJECT, one.id().toString())
                        .after(subject.kind(), subject.id().toString())
                        .after("name", one.name())
                        .after("kind", kind.name())
                        .after("direction", direction.name()));
        return one;
    }

    /// @param revision  of the interface that the person saw; null when the asker does not care
    public DeviceInterface edit(Caller caller, Subject subject, DeviceInterface after, @Nullable Integer revision) {
        DeviceInterface before = get(subject, after.id());
        if (revision != null && revision != before.revision()) {
            throw Outdated.of(before.name());
        }
        Changes changes = new Changes("interface.edited", SUBJECT, after.id().toString())
                .of("name", before.name(), after.name())
                .of("kind", before.kind(), after.kind())
                .of("direction", before.direction(), after.direction());
        if (changes.isEmpty()) {
            return before;
        }
        refuseTaken(interfaces.list(subject), after);
        boolean[] done = {false};
        Taken.refusing(() -> done[0] = interfaces.update(after, before.revision(), now()), () -> taken(after.name()));
        if (!done[0]) {
            throw Outdated.of(before.name());
        }
        audit.record(caller.actor(), changes.act());
        return get(subject, after.id());
    }

    /// Says that the model has the interface no more. Its links end.
    public void retire(Caller caller, Subject subject, InterfaceId id) {
        DeviceInterface gone = get(subject, id);
        Instant now = now();
        links.current(subject, List.of(), List.of(id.value()))
                .forEach(link -> links.end(subject, link.id(), "The interface was removed", caller.actor(), now));
        interfaces.retire(id, now);
        audit.record(
                caller.actor(),
                Act.of("interface.retired", SUBJECT, id.toString()).before("name", gone.name()));
    }

    private static void refuseTaken(List<DeviceInterface> present, DeviceInterface one) {
        if (present.stream()
                .anyMatch(other -> !other.id().equals(one.id()) && other.name().equalsIgnoreCase(one.name()))) {
            throw taken(one.name());
        }
    }

    private static ProblemException taken(String name) {
        return ProblemException.of(Problem.CONFLICT, "Another interface has the name \"%s\".".formatted(name))
                .with("name", "is taken");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

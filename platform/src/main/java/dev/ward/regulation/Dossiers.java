package dev.ward.regulation;

import dev.ward.standards.due.DueFacts.Membership;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Puts together all facts of cases, for many at once. It asks nobody who reads: whoever shows something
/// of them asks the cases first.
@Component
public class Dossiers {

    private final DerivedRepository derived;
    private final AwarenessRepository awareness;
    private final DeedRepository evidence;
    private final SayingRepository sayings;
    private final EventRepository events;
    private final IsaoRepository isaos;
    private final PauseRepository pauses;
    private final ZoneId zone;

    /// @param zone  in which the days of a case begin and end of which nobody says otherwise
    Dossiers(
            DerivedRepository derived,
            AwarenessRepository awareness,
            DeedRepository evidence,
            SayingRepository sayings,
            EventRepository events,
            IsaoRepository isaos,
            PauseRepository pauses,
            @Value("${ward.zone:UTC}") String zone) {
        this.derived = derived;
        this.awareness = awareness;
        this.evidence = evidence;
        this.sayings = sayings;
        this.events = events;
        this.isaos = isaos;
        this.pauses = pauses;
        this.zone = ZoneId.of(zone);
    }

    /// By case.
    public Map<UUID, Dossier> of(Collection<UUID> cases) {
        var settings = sayings.settings(cases);
        var exploited = sayings.exploitation(cases);
        var declared = awareness.of(cases);
        var done = evidence.of(cases);
        var happened = events.of(cases);
        var paused = pauses.of(cases);
        List<Membership> participation = Participation.of(isaos.periods());
        SayingRepository.Setting usual = new SayingRepository.Setting(zone, null);
        Map<UUID, Dossier> dossiers = new HashMap<>();
        derived.of(cases).forEach((id, known) -> {
            SayingRepository.Setting said =
                    settings.getOrDefault(id, List.of(usual)).getFirst();
            List<ExploitationEntry> exploitation = exploited.getOrDefault(id, List.of());
            dossiers.put(
                    id,
                    new Dossier(
                            id,
                            said.zone(),
                            said.kind(),
                            known,
                            declared.getOrDefault(id, List.of()),
                            done.getOrDefault(id, List.of()),
                            exploitation.isEmpty() ? null : exploitation.getFirst(),
                            happened.getOrDefault(id, List.of()),
                            participation,
                            paused.getOrDefault(id, List.of())));
        });
        return dossiers;
    }
}

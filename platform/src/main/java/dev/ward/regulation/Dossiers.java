package dev.ward.regulation;

import dev.ward.regulation.MergedRepository.Member;
import dev.ward.standards.due.DueFacts.ExploitationState;
import dev.ward.standards.due.DueFacts.Membership;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Puts together all facts of cases, for many at once. It asks nobody who reads: whoever shows something
/// of them asks the cases first.
@Component
public class Dossiers {

    private static final List<ExploitationState> GRAVEST = List.of(
            ExploitationState.ACTIVE, ExploitationState.SUSPECTED, ExploitationState.UNKNOWN, ExploitationState.NONE);

    private final DerivedRepository derived;
    private final AwarenessRepository awareness;
    private final DeedRepository evidence;
    private final SayingRepository sayings;
    private final EventRepository events;
    private final IsaoRepository isaos;
    private final PauseRepository pauses;
    private final MergedRepository merges;
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
            MergedRepository merges,
            @Value("${ward.zone:UTC}") String zone) {
        this.derived = derived;
        this.awareness = awareness;
        this.evidence = evidence;
        this.sayings = sayings;
        this.events = events;
        this.isaos = isaos;
        this.pauses = pauses;
        this.merges = merges;
        this.zone = ZoneId.of(zone);
    }

    /// By case.
    public Map<UUID, Dossier> of(Collection<UUID> cases) {
        Map<UUID, List<Member>> merged = merges.into(cases);
        Set<UUID> all = new LinkedHashSet<>(cases);
        merged.values().forEach(members -> members.forEach(member -> all.add(member.id())));
        Set<UUID> gone = merges.merged(cases);
        var settings = sayings.settings(all);
        var exploited = sayings.exploitation(all);
        var declared = awareness.of(all);
        var done = evidence.of(all);
        var happened = events.of(all);
        var paused = pauses.of(all);
        List<Membership> participation = Participation.of(isaos.periods());
        SayingRepository.Setting usual = new SayingRepository.Setting(zone, null);
        Map<UUID, Dossier> dossiers = new HashMap<>();
        derived.of(cases, merged).forEach((id, known) -> {
            List<Member> members = merged.getOrDefault(id, List.of());
            SayingRepository.Setting said =
                    first(settings, id, members).stream().findFirst().orElse(usual);
            Map<UUID, CameWith> cameWith = new HashMap<>();
            dossiers.put(
                    id,
                    new Dossier(
                            id,
                            said.zone(),
                            said.kind(),
                            known,
                            together(declared, id, members, AwarenessEntry::id, cameWith),
                            together(done, id, members, EvidenceEntry::id, cameWith),
                            exploitation(exploited, id, members),
                            together(happened, id, members, AdverseEvent::id, cameWith),
                            participation,
                            together(paused, id, members, PauseEntry::id, cameWith),
                            cameWith,
                            members.stream().map(Member::from).toList(),
                            gone.contains(id)));
        });
        return dossiers;
    }

    /// What is of a case, then what came with others.
    private static <T> List<T> together(
            Map<UUID, List<T>> all,
            UUID id,
            List<Member> members,
            Function<T, UUID> key,
            Map<UUID, CameWith> cameWith) {
        List<T> together = new ArrayList<>(all.getOrDefault(id, List.of()));
        for (Member member : members) {
            for (T one : all.getOrDefault(member.id(), List.of())) {
                together.add(one);
                cameWith.put(key.apply(one), member.from());
            }
        }
        return together;
    }

    /// What is said of a case itself, or else of the first of those that were merged into it.
    private static <T> List<T> first(Map<UUID, List<T>> all, UUID id, List<Member> members) {
        return Stream.concat(Stream.of(id), members.stream().map(Member::id))
                .map(one -> all.getOrDefault(one, List.of()))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// The gravest of what is said of a case and of those merged into it; what was said of the case since
    /// a merge stands in place of what came with it.
    private static @Nullable ExploitationEntry exploitation(
            Map<UUID, List<ExploitationEntry>> all, UUID id, List<Member> members) {
        List<ExploitationEntry> counting = new ArrayList<>(all.getOrDefault(id, List.of()));
        Instant own = counting.isEmpty() ? Instant.MIN : counting.getFirst().entered();
        members.stream()
                .filter(member -> member.from().merged().isAfter(own))
                .forEach(member -> counting.addAll(all.getOrDefault(member.id(), List.of())));
        return counting.stream()
                .min(Comparator.comparingInt((ExploitationEntry one) -> GRAVEST.indexOf(one.state()))
                        .thenComparing(ExploitationEntry::entered))
                .orElse(null);
    }
}

package dev.ward.regulation;

import dev.ward.standards.due.DueFacts;
import dev.ward.standards.due.DueFacts.Awareness;
import dev.ward.standards.due.DueFacts.Evidence;
import dev.ward.standards.due.DueFacts.Exploitation;
import dev.ward.standards.due.DueFacts.ExploitationState;
import dev.ward.standards.due.DueFacts.Membership;
import dev.ward.standards.due.DueFacts.Pause;
import dev.ward.standards.due.DueFacts.ProductKind;
import dev.ward.standards.due.Moment;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All facts of a case from which it follows what is due.
///
/// @param zone           in which days begin and end
/// @param saidKind       what a person said; null when nobody did
/// @param participation  on which days the manufacturer took an active part in an ISAO; null when
///                       nothing is said
/// @param exploitation   the newest entry; null when there is none
/// @param cameWith       of entries that came with a case merged into this one: from which, by their ids
/// @param joined         the cases that were merged into this one
/// @param merged         whether it was merged into another, for which its facts count now
public record Dossier(
        UUID caseId,
        ZoneId zone,
        @Nullable ProductKind saidKind,
        Derived derived,
        List<AwarenessEntry> awareness,
        List<EvidenceEntry> evidence,
        @Nullable ExploitationEntry exploitation,
        List<AdverseEvent> events,
        @Nullable List<Membership> participation,
        List<PauseEntry> pauses,
        Map<UUID, CameWith> cameWith,
        List<CameWith> joined,
        boolean merged) {

    static final String TRIAGE = "TRIAGE";
    static final String TRIAGE_CLOCK = "TRIAGE-5";
    static final String REPORT = "CVD-REPORT";
    static final String REPORT_CLOCK = "CVD-ACK";

    public Dossier {
        awareness = List.copyOf(awareness);
        evidence = List.copyOf(evidence);
        events = List.copyOf(events);
        pauses = List.copyOf(pauses);
        cameWith = Map.copyOf(cameWith);
        joined = List.copyOf(joined);
    }

    /// Of a case into which none was merged, and none of whose clocks was ever paused.
    public Dossier(
            UUID caseId,
            ZoneId zone,
            @Nullable ProductKind saidKind,
            Derived derived,
            List<AwarenessEntry> awareness,
            List<EvidenceEntry> evidence,
            @Nullable ExploitationEntry exploitation,
            List<AdverseEvent> events,
            @Nullable List<Membership> participation) {
        this(
                caseId,
                zone,
                saidKind,
                derived,
                awareness,
                evidence,
                exploitation,
                events,
                participation,
                List.of(),
                Map.of(),
                List.of(),
                false);
    }

    /// The declarations that rule: the earliest of them counts. One that was declared in a case before it
    /// was merged takes the place of none of another.
    public List<AwarenessEntry> ruling() {
        return AwarenessEntry.ruling(awareness, cameWith);
    }

    /// Words for an entry that came with another case; empty for one of its own.
    public String origin(UUID entry) {
        CameWith from = cameWith.get(entry);
        return from == null ? "" : "came with " + from.number().text();
    }

    /// What a person said, or else that it is a device when it has a class anywhere.
    public @Nullable ProductKind productKind() {
        return saidKind == null && derived.isDevice() ? ProductKind.DEVICE : saidKind;
    }

    /// As the engine takes them.
    public DueFacts facts() {
        return new DueFacts(
                zone,
                derived.markets(),
                derived.deviceClass(),
                productKind(),
                derived.determination(),
                awarenesses(ruling()),
                initiated(),
                participation,
                events.stream()
                        .filter(AdverseEvent::counts)
                        .map(one -> new DueFacts.AdverseEvent(one.kind(), one.association(), moment(one.aware())))
                        .toList(),
                exploited(),
                deeds(),
                stoodStill());
    }

    /// The same with one declaration in place of all others of its regime.
    DueFacts factsWith(AwarenessEntry one) {
        List<AwarenessEntry> others = new ArrayList<>(ruling());
        others.removeIf(other -> other.regime().equals(one.regime()));
        others.add(one);
        DueFacts facts = facts();
        return new DueFacts(
                facts.zone(),
                facts.markets(),
                facts.deviceClass(),
                facts.productKind(),
                facts.determination(),
                awarenesses(others),
                facts.initiatedAt(),
                facts.isaoMembership(),
                facts.adverseEvents(),
                facts.exploitation(),
                facts.facts(),
                facts.pauses());
    }

    /// The same without one event.
    Dossier without(AdverseEvent event) {
        return new Dossier(
                caseId,
                zone,
                saidKind,
                derived,
                awareness,
                evidence,
                exploitation,
                events.stream().filter(one -> !one.id().equals(event.id())).toList(),
                participation,
                pauses,
                cameWith,
                joined,
                merged);
    }

    private List<Pause> stoodStill() {
        return pauses.stream()
                .map(one -> new Pause(
                        one.clock(),
                        Moment.parse(one.moment(), zone),
                        moment(one.ended() == null ? null : one.ended().moment())))
                .toList();
    }

    private List<Awareness> awarenesses(List<AwarenessEntry> entries) {
        List<Awareness> all = new ArrayList<>();
        entries.forEach(one -> all.add(new Awareness(one.regime(), Moment.parse(one.moment(), zone))));
        all.add(new Awareness(TRIAGE, Moment.of(Objects.requireNonNullElse(derived.matched(), derived.opened()))));
        derived.reports().forEach(report -> all.add(new Awareness(REPORT, Moment.of(report.received()))));
        return all;
    }

    private @Nullable Moment initiated() {
        return evidence.stream()
                .filter(EvidenceEntry::counts)
                .filter(one -> one.type().equals(EvidenceEntry.INITIATED))
                .map(one -> moment(one.moment()))
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Moment::earliest))
                .orElse(null);
    }

    /// What CISA's catalogue says cannot be said otherwise; since when the manufacturer knows of it,
    /// only a person says.
    private Exploitation exploited() {
        ExploitationState state = exploitation == null ? ExploitationState.UNKNOWN : exploitation.state();
        Moment since = exploitation == null ? null : moment(exploitation.moment());
        if (derived.kevSince() == null) {
            return new Exploitation(state, since);
        }
        return new Exploitation(ExploitationState.ACTIVE, state == ExploitationState.ACTIVE ? since : null);
    }

    private List<Evidence> deeds() {
        List<Evidence> all = new ArrayList<>();
        evidence.stream()
                .filter(EvidenceEntry::counts)
                .filter(one -> !one.type().equals(EvidenceEntry.INITIATED))
                .forEach(one -> all.add(new Evidence(
                        one.type(), moment(one.moment()), Objects.requireNonNullElse(one.recipient(), ""))));
        if (derived.triaged() != null) {
            all.add(new Evidence(EvidenceEntry.REPORTED, Moment.of(derived.triaged()), TRIAGE_CLOCK));
        }
        if (derived.reports().stream().allMatch(report -> report.acknowledged() != null)) {
            derived.reports().stream()
                    .map(Derived.Report::acknowledged)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .ifPresent(last -> all.add(new Evidence(EvidenceEntry.REPORTED, Moment.of(last), REPORT_CLOCK)));
        }
        return all;
    }

    private @Nullable Moment moment(@Nullable String text) {
        return text == null ? null : Moment.parse(text, zone);
    }
}

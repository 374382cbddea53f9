package dev.ward.report;

import dev.ward.regulation.EventRecord;
import dev.ward.regulation.FactWords;
import dev.ward.report.KnownOfCase.Described;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What several forms say of an event in the same way.
final class EventLines {

    private EventLines() {}

    /// The device with each of its identifiers; those that the registry does not know as they were typed.
    static List<String> devices(KnownInDepth known, EventRecord event) {
        List<EventUnit> units = known.units(event);
        List<String> lines =
                new ArrayList<>(units.stream().map(EventUnit::words).toList());
        event.event().devices().stream()
                .filter(serial -> units.stream().noneMatch(unit -> unit.serial().equalsIgnoreCase(serial)))
                .map("serial %s, which the registry does not know"::formatted)
                .forEach(lines::add);
        return lines;
    }

    /// Which identifiers are missing; null when none is.
    static @Nullable String unidentified(KnownInDepth known, EventRecord event) {
        List<EventUnit> units = known.units(event);
        List<String> strange = event.event().devices().stream()
                .filter(serial -> units.stream().noneMatch(unit -> unit.serial().equalsIgnoreCase(serial)))
                .toList();
        return strange.isEmpty()
                ? EventUnit.unknown(units, "the UDI-DI", EventUnit::di)
                : "Model, lot and UDI of serial %s.".formatted(String.join(", ", strange));
    }

    /// That nobody knows which of several devices was involved; null when it is known.
    static @Nullable String ambiguous(KnownInDepth known, EventRecord event) {
        List<Described> devices = known.devices(event);
        return known.units(event).isEmpty() && devices.size() > 1 ? "Which of them was involved is not known." : null;
    }

    static List<String> names(KnownInDepth known, EventRecord event) {
        return known.devices(event).stream().map(Described::name).toList();
    }

    static String narrative(KnownInDepth known, EventRecord event) {
        String flaws = known.flaws().isEmpty()
                ? ""
                : "\nVulnerabilities of the case: %s.".formatted(String.join(", ", known.flawNames()));
        return event.event().description() + flaws;
    }

    /// What clinical safety signed that counts; null while nothing does.
    static @Nullable String verdict(EventRecord event) {
        EventRecord.Verdict counting = event.counting();
        return counting == null
                ? null
                : "Whether the vulnerability contributed: %s. %s (signed by %s on %s)"
                        .formatted(
                                counting.association().replace('-', ' '),
                                counting.reason(),
                                counting.by(),
                                counting.signed().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    static List<ImdrfProposal> codes(KnownInDepth known, EventRecord event) {
        return ImdrfProposal.of(
                known.flawNames(), known.exploitation(), event.event().association());
    }

    /// "death, 2026-03-01".
    static String title(KnownInDepth known, EventRecord event) {
        String kind =
                known.kinds().getOrDefault(event.event().kind(), event.event().kind());
        return event.event().happened() == null
                ? kind + ", on a day that nobody knows"
                : "%s, on %s".formatted(kind, event.event().happened());
    }

    /// As signed, and otherwise that it is not known.
    static String line(KnownInDepth known, EventRecord event) {
        return "%s: %s Contribution of the vulnerability: %s."
                .formatted(
                        title(known, event),
                        event.event().description(),
                        event.counting() == null
                                ? "not judged"
                                : FactWords.word(event.event().association()));
    }
}

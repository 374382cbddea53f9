package dev.ward.standards.osv;

import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.source.Field;
import dev.ward.standards.version.VersionOrder;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one range of versions: its events, sorted, backwards.
///
/// At one version an `introduced` stands behind a `fixed`, so that it wins, and before a `last_affected`, which
/// begins after that version. Where the events cannot be sorted they keep the record's order, and the range
/// says
/// nothing certain.
///
/// Source: OSV schema 1.7, `affected[].ranges[].events`, "Evaluation".
final class OsvRange {

    /// More events than any real range has; sorting them must not become a way to keep Ward busy.
    private static final int MOST_SORTED = 5_000;

    private static final int UNDETERMINED = 2;

    private OsvRange() {}

    /// In the order in which events at one version follow each other.
    private enum Kind {
        LIMIT("limit"),
        FIXED("fixed"),
        INTRODUCED("introduced"),
        LAST_AFFECTED("last_affected");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private record Event(Kind kind, String version) {

        boolean isFromTheFirst() {
            return kind == Kind.INTRODUCED && version.equals("0");
        }

        Row row(String text) {
            return switch (kind) {
                case INTRODUCED ->
                    new Row(
                            isFromTheFirst() ? VersionRange.ALL : VersionRange.from(version),
                            VersionStatus.AFFECTED,
                            text);
                case FIXED, LIMIT -> new Row(VersionRange.from(version), VersionStatus.UNAFFECTED, text);
                case LAST_AFFECTED -> new Row(VersionRange.after(version), VersionStatus.UNAFFECTED, text);
            };
        }

        @Override
        public String toString() {
            return kind.label + " " + version;
        }
    }

    /// @param scheme  null when the ecosystem's order is not known
    static VersionStatements read(Field range, @Nullable VersionScheme scheme, String schemeName) {
        List<Event> events = new ArrayList<>();
        List<Event> limits = new ArrayList<>();
        for (Field event : range.objects("events")) {
            read(event, events, limits);
        }
        if (limits.stream().anyMatch(limit -> limit.version().equals("*"))) {
            limits.clear(); // before any limit is enough, and "*" is infinity
        }
        List<Event> written = new ArrayList<>(events);
        written.addAll(limits);
        String text = written.stream().map(Event::toString).collect(Collectors.joining(", "));
        boolean sorted = scheme != null && sort(events, scheme.order()) && sort(limits, scheme.order());
        if (scheme != null && !sorted) {
            range.mark("has events that cannot be sorted: " + Quoted.of(text));
        }
        List<Row> rows = new ArrayList<>();
        if (!limits.isEmpty()) {
            rows.add(limits.getLast().row(text));
        }
        events.reversed().forEach(event -> rows.add(event.row(text)));
        if (!sorted) {
            return new VersionStatements(null, schemeName, rows, VersionStatus.UNKNOWN);
        }
        boolean says = !events.isEmpty();
        return new VersionStatements(scheme, schemeName, rows, says ? VersionStatus.UNAFFECTED : VersionStatus.UNKNOWN);
    }

    private static void read(Field event, List<Event> events, List<Event> limits) {
        boolean known = false;
        for (Kind kind : Kind.values()) {
            Field value = event.at(kind.label);
            if (!value.present()) {
                continue;
            }
            known = true;
            String version = value.text();
            if (version.isEmpty()) {
                if (value.node().isString()) {
                    value.lose("is empty");
                }
            } else if (kind != Kind.LIMIT) {
                events.add(new Event(kind, version));
            } else {
                limits.add(new Event(kind, version));
            }
        }
        if (!known) {
            event.lose("is no event that the format knows");
        }
    }

    /// Sorts by insertion, which asks for each pair only when it must and tells when an answer is undetermined.
    private static boolean sort(List<Event> events, VersionOrder order) {
        if (events.size() > MOST_SORTED) {
            return false;
        }
        List<Event> sorted = new ArrayList<>(events.size());
        for (Event event : events) {
            int at = sorted.size();
            while (at > 0) {
                int compared = compare(sorted.get(at - 1), event, order);
                if (compared == UNDETERMINED) {
                    return false;
                }
                if (compared <= 0) {
                    break;
                }
                at--;
            }
            sorted.add(at, event);
        }
        events.clear();
        events.addAll(sorted);
        return true;
    }

    private static int compare(Event left, Event right, VersionOrder order) {
        if (left.version.equals("0") && right.version.equals("0")) {
            return Integer.signum(left.kind.compareTo(right.kind));
        }
        if (left.isFromTheFirst() || right.isFromTheFirst()) {
            return Boolean.compare(right.isFromTheFirst(), left.isFromTheFirst());
        }
        return switch (order.compare(left.version, right.version)) {
            case LESS -> -1;
            case GREATER -> 1;
            case EQUAL -> Integer.signum(left.kind.compareTo(right.kind));
            case UNDETERMINED -> UNDETERMINED;
        };
    }
}

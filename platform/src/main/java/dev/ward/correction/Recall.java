package dev.ward.correction;

import dev.ward.correction.RecallEntry.Status;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A recall of devices for a case.
///
/// @param ordinal  within the case
/// @param entries  all that was entered, in its order
public record Recall(UUID id, int ordinal, List<RecallEntry> entries) {

    public Recall {
        entries = List.copyOf(entries);
    }

    /// Those that no other corrects.
    public List<RecallEntry> counting() {
        Set<UUID> corrected = entries.stream()
                .map(RecallEntry::corrects)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return entries.stream().filter(one -> !corrected.contains(one.id())).toList();
    }

    /// The newest entry of a kind that counts; null when there is none.
    public @Nullable RecallEntry last(RecallKind kind) {
        return counting().stream()
                .filter(one -> one.kind() == kind)
                .reduce((_, newer) -> newer)
                .orElse(null);
    }

    private @Nullable String said(RecallKind kind) {
        RecallEntry entry = last(kind);
        return entry == null ? null : entry.said();
    }

    private @Nullable LocalDate day(RecallKind kind) {
        RecallEntry entry = last(kind);
        return entry == null ? null : entry.day();
    }

    /// Under which the FDA knows it, `Z-0123-2026`; null while it has none.
    public @Nullable String number() {
        return said(RecallKind.NUMBER);
    }

    /// `I`, `II` or `III`; null while the FDA has not classified it.
    public @Nullable String recallClass() {
        return said(RecallKind.CLASS);
    }

    public @Nullable String contact() {
        return said(RecallKind.CONTACT);
    }

    public @Nullable LocalDate initiated() {
        return day(RecallKind.INITIATED);
    }

    public @Nullable LocalDate terminationRequested() {
        return day(RecallKind.TERMINATION_REQUESTED);
    }

    /// Null while it goes on.
    public @Nullable LocalDate terminated() {
        return day(RecallKind.TERMINATED);
    }

    /// By their days.
    public List<RecallEntry> reports() {
        return counting().stream()
                .filter(one -> one.kind() == RecallKind.STATUS)
                .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.day())))
                .toList();
    }

    /// The figures of the newest status report; null while there is none.
    public @Nullable Status status() {
        List<RecallEntry> all = reports();
        return all.isEmpty() ? null : all.getLast().status();
    }

    /// How it is called.
    public String title() {
        String number = number();
        return number == null ? "Recall %d, without a number yet".formatted(ordinal) : "Recall " + number;
    }

    /// Status reports follow each other in the interval that was agreed. What is not entered makes no
    /// date.
    ///
    /// Source: 21 CFR 7.53(a).
    public StatusDue next() {
        LocalDate terminated = terminated();
        if (terminated != null) {
            return new StatusDue(null, "None: the recall was terminated on %s.".formatted(terminated));
        }
        LocalDate initiated = initiated();
        if (initiated == null) {
            return new StatusDue(null, "Cannot be said: nobody entered when the recall was initiated.");
        }
        String weeks = said(RecallKind.INTERVAL);
        if (weeks == null) {
            return new StatusDue(
                    null, "Cannot be said: nobody entered the interval that was agreed. It is usually 2 to 4 weeks.");
        }
        List<RecallEntry> reports = reports();
        LocalDate from = reports.isEmpty()
                ? initiated
                : Objects.requireNonNull(reports.getLast().day());
        return new StatusDue(
                from.plusWeeks(Integer.parseInt(weeks)),
                "%s %s, as agreed, after %s on %s."
                        .formatted(
                                weeks,
                                weeks.equals("1") ? "week" : "weeks",
                                reports.isEmpty() ? "it was initiated" : "the last status report",
                                from));
    }
}

package dev.ward.regulation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event of a case with all that was said of it.
///
/// @param verdicts  in their order
/// @param reports   the numbers under which authorities know it
public record EventRecord(AdverseEvent event, List<Verdict> verdicts, List<Report> reports) {

    public EventRecord {
        verdicts = List.copyOf(verdicts);
        reports = List.copyOf(reports);
    }

    /// What clinical safety said of whether the vulnerability contributed to the event.
    ///
    /// @param association  `associated`, `suspected` or `ruled-out`
    /// @param milder       whether it is milder than what counted before; it counts from when
    ///     regulatory affairs has
    ///                     signed it too
    /// @param confirmed    null when nobody has signed it too
    public record Verdict(
            UUID id,
            int version,
            String association,
            String reason,
            boolean milder,
            Instant signed,
            UUID signedBy,
            String by,
            @Nullable Instant confirmed,
            @Nullable String confirmedBy) {

        boolean counts() {
            return !milder || confirmed != null;
        }
    }

    public record Report(String authority, String number, Instant entered, String by) {}

    /// The verdict that counts; null while there is none.
    public @Nullable Verdict counting() {
        return verdicts.reversed().stream().filter(Verdict::counts).findFirst().orElse(null);
    }

    /// Whether a verdict waits for the signature of regulatory affairs. One after which another was
    /// signed waits no more.
    public boolean waits(Verdict one) {
        return !one.counts() && one.version() == verdicts.size();
    }
}

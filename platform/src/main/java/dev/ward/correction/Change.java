package dev.ward.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change that is planned or was made for a case, with all that was said of it.
///
/// @param number           within the case
/// @param descriptions     in their order, the newest last
/// @param classifications  in their order, the newest last
/// @param withdrawn        null while it is not
public record Change(
        UUID id,
        int number,
        List<Description> descriptions,
        List<Classification> classifications,
        @Nullable Withdrawal withdrawn) {

    public Change {
        descriptions = List.copyOf(descriptions);
        classifications = List.copyOf(classifications);
    }

    public record Withdrawal(Instant at, String by, String because) {}

    public Description description() {
        return descriptions.getLast();
    }

    /// What it is, as long as that stands; null while nobody has signed it, or it stands no longer.
    public @Nullable Classification standing() {
        return classifications.stream()
                .filter(Classification::stands)
                .findFirst()
                .orElse(null);
    }

    /// What stood last and fell by itself, and was not signed anew; null when nothing did.
    public @Nullable Classification fallen() {
        if (classifications.isEmpty() || withdrawn != null) {
            return null;
        }
        Classification last = classifications.getLast();
        return last.ended() == null || !last.ended().byItself() ? null : last;
    }

    /// Where it stands in one word or two.
    public String state() {
        if (withdrawn != null) {
            return "Withdrawn";
        }
        Classification one = standing();
        if (one != null) {
            return one.outcome().title();
        }
        return fallen() == null ? "Not decided" : "No longer stands";
    }

    /// How it was described at one time.
    ///
    /// @param made      whether it was made on that day; else it is planned for it
    /// @param compared  with the version before
    public record Description(
            int version,
            ChangeKind kind,
            String what,
            String compared,
            boolean made,
            LocalDate day,
            List<ChangedRelease> releases,
            Instant entered,
            String by) {

        public Description {
            releases = List.copyOf(releases);
        }
    }
}

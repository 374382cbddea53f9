package dev.ward.regulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a person declared to have learned of something under a regime.
///
/// @param regime     of the rules' vocabulary, or the id of a clock
/// @param moment     as it was written, `2026-03-08` or an instant
/// @param restsOn    the fact that it rests on
/// @param later      whether it is later than what ruled when it was entered
/// @param reason     why it is later; null when it is not
/// @param confirmed  when somebody else signed it too; null when nobody has, or nobody needs to
public record AwarenessEntry(
        UUID id,
        String regime,
        String moment,
        String restsOn,
        boolean later,
        @Nullable String reason,
        Instant entered,
        UUID enteredBy,
        String by,
        @Nullable Instant confirmed,
        @Nullable String confirmedBy) {

    /// Whether it waits for a second signature.
    public boolean waits() {
        return later && confirmed == null;
    }

    /// Those that rule: what a later one that two people signed took the place of does not, and one
    /// that waits does not yet.
    ///
    /// @param all       of one case, in the order in which they were entered
    /// @param cameWith  from which cases, merged into it, some of them came
    static List<AwarenessEntry> ruling(List<AwarenessEntry> all, Map<UUID, CameWith> cameWith) {
        List<AwarenessEntry> ruling = new ArrayList<>();
        for (AwarenessEntry one : all) {
            if (!one.waits() && all.stream().noneMatch(other -> other.replaces(one, cameWith))) {
                ruling.add(one);
            }
        }
        return List.copyOf(ruling);
    }

    private boolean replaces(AwarenessEntry one, Map<UUID, CameWith> cameWith) {
        Instant signed = confirmed;
        if (signed == null || one.id.equals(id) || !one.regime.equals(regime)) {
            return false;
        }
        CameWith from = cameWith.get(one.id);
        CameWith own = cameWith.get(id);
        if (!Objects.equals(from, own) && (own != null || from == null || signed.isBefore(from.merged()))) {
            return false;
        }
        Instant since = one.confirmed == null ? one.entered : one.confirmed;
        return since.isBefore(signed);
    }
}

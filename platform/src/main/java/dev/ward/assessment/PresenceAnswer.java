package dev.ward.assessment;

import dev.ward.web.TypedText;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody says of some releases at once: whether the vulnerability is in them.
///
/// @param justification  needed for an absence, and for nothing else
/// @param recheckOn      until when an undetermined one may stand, treated as present
/// @param leansOn        the keys of the evidence on which an absence rests
public record PresenceAnswer(
        Presence presence,
        @Nullable Justification justification,
        String evidence,
        @Nullable LocalDate recheckOn,
        Set<String> leansOn) {

    static final int LONGEST = 4_000;

    /// One that names no evidence of others.
    public PresenceAnswer(
            Presence presence, @Nullable Justification justification, String evidence, @Nullable LocalDate recheckOn) {
        this(presence, justification, evidence, recheckOn, Set.of());
    }

    public PresenceAnswer {
        evidence = Objects.requireNonNullElse(TypedText.lines("evidence", evidence, LONGEST), "");
        TypedText.checkDate("recheckOn", recheckOn);
        if (presence == Presence.ABSENT && justification == null) {
            throw TypedText.refused(
                    "justification", "An absence has one of the five justifications.", "is missing for an absence");
        }
        if (presence == Presence.ABSENT && evidence.isEmpty()) {
            throw TypedText.refused("evidence", "An absence has its evidence.", "is missing for an absence");
        }
        if (presence != Presence.ABSENT) {
            justification = null;
            leansOn = Set.of();
        }
        leansOn = Set.copyOf(leansOn);
        if (presence != Presence.UNDETERMINED) {
            recheckOn = null;
        }
    }
}

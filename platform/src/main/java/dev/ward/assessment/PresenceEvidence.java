package dev.ward.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that speaks of a vulnerability in a release. It decides nothing.
///
/// @param key      by which an answer names it: `supplier:…`
/// @param release  of which it speaks; null when nobody can tell of which
/// @param subject  the component or product of which it speaks
/// @param says     in a few words
/// @param because  the justification or the reason that it gives; may be empty
/// @param by       who says it: a person, a supplier, a tool, Ward
/// @param at       when it was said; null when nobody dates it
/// @param words    what else is said; may be empty
/// @param points   where it points: `PRESENT`, `ABSENT`; null where it settles nothing
/// @param link     where it is kept
public record PresenceEvidence(
        String key,
        @Nullable UUID release,
        EvidenceKind kind,
        String subject,
        String says,
        String because,
        String by,
        @Nullable Instant at,
        String words,
        @Nullable Presence points,
        String link) {

    /// As a decision keeps it.
    Assessment.Ground ground() {
        String said = "%s of %s: %s%s, says %s"
                .formatted(kind.title(), subject, says, because.isEmpty() ? "" : " (" + because + ")", by);
        return new Assessment.Ground(key, at == null ? said : said + ", " + at);
    }

    /// Whether it speaks against an answer. That a component is there does not contradict that its
    /// vulnerable code is never run.
    boolean contradicts(Assessment.Place place) {
        return switch (place.presence()) {
            case PRESENT -> points == Presence.ABSENT;
            case ABSENT -> points == Presence.PRESENT && (kind != EvidenceKind.FINDING || deniesTheComponent(place));
            case UNDETERMINED, UNDER_INVESTIGATION -> false;
        };
    }

    private static boolean deniesTheComponent(Assessment.Place place) {
        return place.justification() == Justification.COMPONENT_NOT_PRESENT
                || place.justification() == Justification.VULNERABLE_CODE_NOT_PRESENT;
    }
}

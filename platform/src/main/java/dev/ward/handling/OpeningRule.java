package dev.ward.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of the rule that names the vulnerabilities which get a case: one case each, however many
/// releases they reach. A rule names nothing that no release has an open finding of.
///
/// @param kev        what is in CISA's catalogue of known exploited vulnerabilities
/// @param exploited  what a source says to be exploited
/// @param score      what has at least this score of CVSS, where the match is sure; null when no score
///                   is enough
/// @param exactly    whether only a version that is listed by itself is sure; else one in a stated range
///                   is too
/// @param because    why it is so
public record OpeningRule(
        int version,
        boolean kev,
        boolean exploited,
        @Nullable Double score,
        boolean exactly,
        String because,
        Instant since,
        String by) {}

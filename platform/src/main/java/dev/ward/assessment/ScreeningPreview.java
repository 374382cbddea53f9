package dev.ward.assessment;

/// How many findings a rule would disposition, and why it leaves the others out. One may be left out for
/// several reasons.
///
/// @param asked      that were asked for
/// @param fitting    that the rule names
/// @param exploited  in CISA's catalogue, or exploited now
/// @param loud       of which more is known of exploitation than the rule lets pass, or less than it asks
///                   for
/// @param grave      whose score is higher than the rule lets pass, or not known
/// @param connected  of whose component nobody has said with a reason that no essential function depends
///                   on it
/// @param assessed   that both disciplines assess or have decided
/// @param screened   that an earlier disposition decides
public record ScreeningPreview(
        long asked,
        long fitting,
        long exploited,
        long loud,
        long grave,
        long connected,
        long assessed,
        long screened) {}

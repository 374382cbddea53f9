package dev.ward.performance;

import java.util.List;

/// What an order would change, before it does.
///
/// @param added      begins to be said of them
/// @param replaced   among these, those of which it was said until now that no function depends on them
/// @param already    it is said of them
/// @param kept       of which it is not said, because functions depend on them: those links are to be ended first
public record LinkPreview(List<Linked> added, List<Linked> replaced, List<Linked> already, List<Linked> kept) {}

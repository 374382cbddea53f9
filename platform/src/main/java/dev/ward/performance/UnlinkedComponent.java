package dev.ward.performance;

import java.util.UUID;

/// A component of releases in use of which nobody has said yet which function depends on it, or that none does.
///
/// @param component  one of its versions, by public id
/// @param releases   how many releases in use hold it
public record UnlinkedComponent(Linked.Line line, UUID component, int releases) {}

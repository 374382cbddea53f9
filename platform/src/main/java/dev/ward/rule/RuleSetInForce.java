package dev.ward.rule;

/// A version came in force; told after its commit.
///
/// @param kind  of rules
public record RuleSetInForce(String kind, int version) {}

package dev.ward.lifecycle;

/// Computes whether a requirement is met, from what Ward knows.
@FunctionalInterface
interface Check {

    Answered answer(GateQuestion question, Requirement requirement);
}

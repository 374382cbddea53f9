package dev.ward.standards.due;

import java.util.Locale;

/// Whether what a rule asks is so. From the least to the most grave.
public enum ConditionState {
    MET,
    NOT_YET,
    /// Nobody can show it: a date or an answer is missing.
    UNPROVABLE,
    NOT_MET;

    /// As results show it: `not yet`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// As rows of a set of rules name it: `not-yet`.
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ConditionState graver(ConditionState other) {
        return compareTo(other) < 0 ? other : this;
    }

    static ConditionState of(boolean met) {
        return met ? MET : NOT_MET;
    }
}

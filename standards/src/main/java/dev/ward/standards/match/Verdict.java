package dev.ward.standards.match;

/// What a statement amounts to for one version.
public enum Verdict {
    AFFECTED,
    /// It may be affected, and Ward cannot tell.
    UNDETERMINED,
    /// The publisher says nothing of this version, or says that it does not know.
    UNSTATED,
    UNAFFECTED;

    /// The graver of two.
    Verdict or(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

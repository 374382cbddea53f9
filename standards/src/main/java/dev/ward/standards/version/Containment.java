package dev.ward.standards.version;

/// Whether a version lies in a range.
///
/// `UNDETERMINED` is an answer: the version or a bound has no place in the scheme's order, or the order is not known.
/// It never means "not affected".
public enum Containment {
    INSIDE,
    OUTSIDE,
    UNDETERMINED
}

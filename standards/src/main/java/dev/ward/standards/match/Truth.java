package dev.ward.standards.match;

/// Yes, no or unknown. Unknown never turns into no.
///
/// Source: Kleene's strong three-valued logic.
enum Truth {
    NO,
    UNKNOWN,
    YES;

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth not() {
        return switch (this) {
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
            case YES -> NO;
        };
    }
}

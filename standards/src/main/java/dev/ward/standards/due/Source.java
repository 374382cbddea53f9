package dev.ward.standards.due;

/// Where a rule stands, and who compared it with that.
///
/// @param citation    the document and the place in it
/// @param verifiedBy  empty when nobody did
/// @param verifiedOn  the day, or as much of it as is known; empty when nobody did
public record Source(String citation, String verifiedBy, String verifiedOn) {

    public boolean isVerified() {
        return !verifiedBy.isEmpty();
    }

    /// Stands on every result: `21 CFR 806.10(b), verified by … on …`, or `…, unverified`.
    @Override
    public String toString() {
        return isVerified()
                ? "%s, verified by %s, %s".formatted(citation, verifiedBy, verifiedOn)
                : citation + ", unverified";
    }
}

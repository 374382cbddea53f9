package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// A run of versions, as its publisher wrote it.
///
/// @param lower          where it begins; null means "from the first version"
/// @param includesLower  whether `lower` itself is inside
/// @param upper          where it ends; null means "no end"
/// @param includesUpper  whether `upper` itself is inside (`last_affected`, `versionEndIncluding`, `lessThanOrEqual`)
public record VersionRange(
        @Nullable String lower,
        boolean includesLower,
        @Nullable String upper,
        boolean includesUpper) {

    public static final VersionRange ALL = new VersionRange(null, false, null, false);

    /// One version and no other.
    public static VersionRange exactly(String version) {
        return new VersionRange(version, true, version, true);
    }

    public static VersionRange from(String lower) {
        return new VersionRange(lower, true, null, false);
    }

    public static VersionRange after(String lower) {
        return new VersionRange(lower, false, null, false);
    }

    public boolean isExact() {
        return lower != null && includesLower && includesUpper && lower.equals(upper);
    }

    public boolean isAll() {
        return lower == null && upper == null;
    }

    /// The range in words of the VERS notation, for people: `>=1.0|<2.0`, `1.2.3`, `*`.
    @Override
    public String toString() {
        if (isAll()) {
            return "*";
        }
        if (isExact()) {
            return String.valueOf(lower);
        }
        String from = lower == null ? "" : (includesLower ? ">=" : ">") + lower;
        String to = upper == null ? "" : (includesUpper ? "<=" : "<") + upper;
        return from.isEmpty() || to.isEmpty() ? from + to : from + "|" + to;
    }
}

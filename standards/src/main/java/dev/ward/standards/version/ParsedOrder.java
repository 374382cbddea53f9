package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// An order that first reads a version into its parts.
///
/// @param <V>  the parts
abstract class ParsedOrder<V> implements VersionOrder {

    private static final int LONGEST_EXCERPT = 60;

    private final String ecosystem;

    /// @param ecosystem  its name as it stands in reasons: `Debian`
    ParsedOrder(String ecosystem) {
        this.ecosystem = ecosystem;
    }

    /// The parts, or null where the text is no version of the ecosystem.
    abstract @Nullable V parse(String version);

    abstract int compareParts(V left, V right);

    abstract SortKey keyOf(V parts);

    @Override
    public final VersionComparison compare(String left, String right) {
        V leftParts = parse(left);
        V rightParts = parse(right);
        return leftParts == null || rightParts == null
                ? VersionComparison.UNDETERMINED
                : VersionComparison.of(compareParts(leftParts, rightParts));
    }

    @Override
    public final SortKey key(String version) {
        V parts = parse(version);
        if (parts != null) {
            return keyOf(parts);
        }
        String excerpt =
                version.length() > LONGEST_EXCERPT ? version.substring(0, LONGEST_EXCERPT) + "\u2026" : version;
        return new SortKey.Undetermined("no %s version: \"%s\"".formatted(ecosystem, excerpt));
    }
}

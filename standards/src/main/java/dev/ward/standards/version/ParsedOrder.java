package dev.ward.standards.version;

import dev.ward.standards.input.Quoted;
import org.jspecify.annotations.Nullable;

/// An order that reads a version once, and compares and places what it read.
///
/// White space around a version is no part of it.
abstract class ParsedOrder<V> implements VersionOrder {

    private final String name;

    /// @param name  what a version of this order is called in a reason: "PyPI version"
    ParsedOrder(String name) {
        this.name = name;
    }

    /// Reads a version that has no white space around it; null means that it is none of this ecosystem.
    abstract @Nullable V parse(String version);

    abstract int compareParsed(V left, V right);

    /// The place of a version: `Ordered` or `Unordered`.
    abstract SortKey place(V version);

    /// The canonical spelling of a version that was read from `text`.
    String spell(V version, String text) {
        return text;
    }

    @Override
    public final String normal(String version) {
        String text = version.strip();
        V parsed = parse(text);
        return parsed == null ? text : spell(parsed, text);
    }

    @Override
    public final VersionComparison compare(String left, String right) {
        V parsedLeft = parse(left.strip());
        V parsedRight = parse(right.strip());
        return parsedLeft == null || parsedRight == null
                ? VersionComparison.UNDETERMINED
                : VersionComparison.of(compareParsed(parsedLeft, parsedRight));
    }

    @Override
    public final SortKey key(String version) {
        V parsed = parse(version.strip());
        return parsed == null
                ? new SortKey.Undetermined("no " + name + ": " + Quoted.of(version))
                : bounded(place(parsed));
    }

    private static SortKey bounded(SortKey key) {
        return key instanceof SortKey.Ordered(byte[] bytes) && bytes.length > SortKey.LONGEST
                ? new SortKey.Unordered("its key would be longer than %d bytes".formatted(SortKey.LONGEST))
                : key;
    }
}

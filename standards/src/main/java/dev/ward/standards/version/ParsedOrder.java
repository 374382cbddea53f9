package dev.ward.standards.version;

import dev.ward.standards.input.Quoted;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// An order that reads a version once, and compares and places what it read.
///
/// White space around a version is no part of it.
abstract class ParsedOrder<V> implements VersionOrder {

    /// Two to the power of this many versions are remembered. The records of a product name the same versions over and
    /// over.
    private static final int REMEMBERED_BITS = 10;

    /// Longer ones are read each time, so that hostile versions take no room.
    private static final int LONGEST_REMEMBERED = 40;

    private final String name;
    private final AtomicReferenceArray<@Nullable Read<V>> remembered = new AtomicReferenceArray<>(1 << REMEMBERED_BITS);

    /// @param name  what a version of this order is called in a reason: "PyPI version"
    ParsedOrder(String name) {
        this.name = name;
    }

    private record Read<V>(String text, @Nullable V version) {}

    /// Reads a version that has no white space around it; null means that it is none of this ecosystem.
    abstract @Nullable V parse(String version);

    abstract int compareParsed(V left, V right);

    /// The place of a version: `Ordered` or `Unordered`.
    abstract SortKey place(V version);

    /// The canonical spelling of a version that was read from `text`.
    String spell(V version, String text) {
        return text;
    }

    private @Nullable V read(String text) {
        if (text.length() > LONGEST_REMEMBERED) {
            return parse(text);
        }
        int place = (text.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - REMEMBERED_BITS); // spread by the golden ratio
        Read<V> known = remembered.get(place);
        if (known == null || !known.text.equals(text)) {
            known = new Read<>(text, parse(text));
            remembered.set(place, known);
        }
        return known.version;
    }

    @Override
    public final String normal(String version) {
        String text = version.strip();
        V parsed = read(text);
        return parsed == null ? text : spell(parsed, text);
    }

    @Override
    public final VersionComparison compare(String left, String right) {
        V parsedLeft = read(left.strip());
        V parsedRight = read(right.strip());
        return parsedLeft == null || parsedRight == null
                ? VersionComparison.UNDETERMINED
                : VersionComparison.of(compareParsed(parsedLeft, parsedRight));
    }

    @Override
    public final SortKey key(String version) {
        V parsed = read(version.strip());
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

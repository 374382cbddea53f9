package dev.ward.standards.match;

import dev.ward.standards.version.SortKey;
import org.jspecify.annotations.Nullable;

/// The shapes that rows of coded statements have, and how each is asked whether a version lies inside.
enum RowShape {
    ALL,
    EXACT,
    FROM,
    BELOW,
    BETWEEN,
    /// A listed text that is no version of its ecosystem: equal as text, or another version.
    TEXT,
    /// A text that may mean anything: equal as text, or unknown.
    TEXT_OR_UNKNOWN,
    /// Bounds that nothing can be compared with.
    UNKNOWN,
    /// One bound that nothing can be compared with, and a readable one that may rule the version out.
    UNKNOWN_FROM,
    UNKNOWN_BELOW,
    /// A bound whose place no key can tell.
    ASK;

    /// Whether a version lies inside a row.
    enum Inside {
        YES,
        NO,
        UNKNOWN,
        ASK
    }

    private static final RowShape[] SHAPES = values();

    static RowShape of(int number) {
        return SHAPES[number];
    }

    /// The shape of a range by its bounds' keys; null is no bound.
    static RowShape of(@Nullable SortKey low, @Nullable SortKey high) {
        if (low instanceof SortKey.Unordered || high instanceof SortKey.Unordered) {
            return ASK;
        }
        boolean readsLow = low instanceof SortKey.Ordered;
        boolean readsHigh = high instanceof SortKey.Ordered;
        boolean open = low instanceof SortKey.Undetermined || high instanceof SortKey.Undetermined;
        if (open) {
            return readsLow ? UNKNOWN_FROM : readsHigh ? UNKNOWN_BELOW : UNKNOWN;
        }
        return !readsLow ? BELOW : readsHigh ? BETWEEN : FROM;
    }

    boolean hasLow() {
        return this == FROM || this == BETWEEN || this == UNKNOWN_FROM;
    }

    boolean hasHigh() {
        return this == BELOW || this == BETWEEN || this == UNKNOWN_BELOW;
    }

    boolean hasText() {
        return this == TEXT || this == TEXT_OR_UNKNOWN;
    }

    /// Reads the row's keys or text at the cursor and moves behind them.
    Inside inside(Varint.Cursor at, RowVersion version) {
        boolean first = hasText() || hasLow() || hasHigh() || this == EXACT;
        int length = first ? at.varint() : 0;
        int from = at.skip(length);
        int secondLength = this == BETWEEN ? at.varint() : 0;
        int second = at.skip(secondLength);
        return switch (this) {
            case ALL -> Inside.YES;
            case ASK -> Inside.ASK;
            case UNKNOWN -> version.ask() ? Inside.ASK : Inside.UNKNOWN;
            case TEXT, TEXT_OR_UNKNOWN -> text(version, at.bytes(), from, length);
            default -> {
                if (version.key() == null) {
                    yield version.ask() ? Inside.ASK : Inside.UNKNOWN;
                }
                yield placed(version, at.bytes(), from, length, second, secondLength);
            }
        };
    }

    private Inside text(RowVersion version, byte[] bytes, int from, int length) {
        if (version.text() == null) {
            return version.ask() ? Inside.ASK : Inside.UNKNOWN;
        }
        if (version.equalsText(bytes, from, length)) {
            return Inside.YES;
        }
        return this == TEXT ? Inside.NO : Inside.UNKNOWN;
    }

    private Inside placed(RowVersion version, byte[] bytes, int from, int length, int second, int secondLength) {
        boolean inside = switch (this) {
            case EXACT -> version.isKey(bytes, from, length);
            case FROM, UNKNOWN_FROM -> version.isAtLeast(bytes, from, length);
            case BELOW, UNKNOWN_BELOW -> !version.isAtLeast(bytes, from, length);
            case BETWEEN -> version.isAtLeast(bytes, from, length) && !version.isAtLeast(bytes, second, secondLength);
            default -> throw new IllegalStateException(name() + " has no keys");
        };
        if (!inside) {
            return Inside.NO;
        }
        return this == UNKNOWN_FROM || this == UNKNOWN_BELOW ? Inside.UNKNOWN : Inside.YES;
    }
}

package dev.ward.standards.match;

import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.version.SortKey;
import dev.ward.standards.version.VersionOrder;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Statements as bytes, with their bounds turned into sort keys once, so that a look at them is a few
/// comparisons.
///
/// Layout: scheme (1 byte, 255 for none) · otherwise (1) · number of rows (varint) · rows. A row is its status and
/// shape (1 byte), then its keys or text, each a varint length and its bytes.
public final class StatementCode {

    /// What a look at the bytes tells: `VersionEvaluation`'s verdict, or that only a comparison can decide.
    public enum Answer {
        AFFECTED,
        ASK,
        UNDETERMINED,
        UNSTATED,
        UNAFFECTED;

        /// The one that matters more when either is enough.
        public Answer or(Answer other) {
            return compareTo(other) <= 0 ? this : other;
        }
    }

    private static final VersionScheme[] SCHEMES = VersionScheme.values();
    private static final VersionStatus[] STATUSES = VersionStatus.values();
    private static final int NO_SCHEME = 255;

    private StatementCode() {}

    public static byte[] encode(VersionStatements statements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VersionScheme scheme = statements.scheme();
        out.write(scheme == null ? NO_SCHEME : scheme.ordinal());
        out.write(statements.otherwise().ordinal());
        Varint.write(out, statements.rows().size());
        for (Row row : statements.rows()) {
            encode(out, row, scheme);
        }
        return out.toByteArray();
    }

    private static void encode(ByteArrayOutputStream out, Row row, @Nullable VersionScheme scheme) {
        VersionRange range = row.range();
        int status = row.status().ordinal() << 4;
        if (range.isAll()) {
            out.write(status | RowShape.ALL.ordinal());
        } else if (scheme == null) {
            RowShape shape = range.isExact() ? RowShape.TEXT_OR_UNKNOWN : RowShape.UNKNOWN;
            out.write(status | shape.ordinal());
            text(out, range, shape);
        } else if (range.isExact()) {
            exact(out, status, range, scheme);
        } else {
            bounds(out, status, range, scheme.order());
        }
    }

    private static void exact(ByteArrayOutputStream out, int status, VersionRange range, VersionScheme scheme) {
        String version = String.valueOf(range.lower());
        switch (scheme.order().key(version)) {
            case SortKey.Ordered(byte[] key) -> {
                out.write(status | RowShape.EXACT.ordinal());
                bytes(out, key);
            }
            case SortKey.Unordered unordered -> out.write(status | RowShape.ASK.ordinal());
            case SortKey.Undetermined undetermined -> {
                boolean plain = VersionEvaluation.isPlainText(version, scheme);
                RowShape shape = plain ? RowShape.TEXT : RowShape.TEXT_OR_UNKNOWN;
                out.write(status | shape.ordinal());
                text(out, range, shape);
            }
        }
    }

    private static void bounds(ByteArrayOutputStream out, int status, VersionRange range, VersionOrder order) {
        SortKey low = range.lower() == null ? null : order.key(range.lower());
        SortKey high = range.upper() == null ? null : order.key(range.upper());
        RowShape shape = RowShape.of(low, high);
        out.write(status | shape.ordinal());
        if (shape.hasLow() && low instanceof SortKey.Ordered(byte[] key)) {
            bytes(out, range.includesLower() ? key : successor(key));
        }
        if (shape.hasHigh() && high instanceof SortKey.Ordered(byte[] key)) {
            bytes(out, range.includesUpper() ? successor(key) : key);
        }
    }

    private static void text(ByteArrayOutputStream out, VersionRange range, RowShape shape) {
        if (shape.hasText()) {
            bytes(out, String.valueOf(range.lower()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The key that follows at once.
    private static byte[] successor(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        Varint.write(out, bytes.length);
        out.writeBytes(bytes);
    }

    /// Evaluates the code at the cursor for a component, and moves the cursor behind it.
    public static Answer evaluate(Varint.Cursor at, ComponentIdentity component, MatchKeys.Use use) {
        int schemeByte = at.next();
        int otherwise = at.next();
        int rows = at.varint();
        RowVersion version = RowVersion.of(component, use, schemeByte == NO_SCHEME ? null : SCHEMES[schemeByte]);
        int possible = 0;
        Answer answer = null;
        for (int i = 0; i < rows; i++) {
            int head = at.next();
            RowShape.Inside inside = RowShape.of(head & 0xF).inside(at, version);
            if (answer != null || inside == RowShape.Inside.NO) {
                continue;
            }
            if (inside == RowShape.Inside.ASK) {
                answer = Answer.ASK;
                continue;
            }
            possible |= 1 << (head >> 4);
            if (inside == RowShape.Inside.YES) {
                answer = decide(possible);
            }
        }
        Answer stated = answer == null ? decide(possible | 1 << otherwise) : answer;
        return stated == Answer.UNSTATED && schemeByte == NO_SCHEME ? Answer.UNDETERMINED : stated;
    }

    /// @param possible  one bit for each status that may hold
    private static Answer decide(int possible) {
        if (Integer.bitCount(possible) > 1) {
            boolean affected = (possible & 1 << VersionStatus.AFFECTED.ordinal()) != 0;
            return affected ? Answer.UNDETERMINED : Answer.UNSTATED;
        }
        return switch (STATUSES[Integer.numberOfTrailingZeros(possible)]) {
            case AFFECTED -> Answer.AFFECTED;
            case UNAFFECTED -> Answer.UNAFFECTED;
            case UNKNOWN -> Answer.UNSTATED;
        };
    }
}

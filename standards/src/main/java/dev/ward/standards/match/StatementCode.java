package dev.ward.standards.match;

import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.version.SortKey;
import dev.ward.standards.version.VersionInterval;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statements as bytes, with their bounds turned into sort keys once, so that a look at them is a few
/// comparisons.
///
/// Layout: scheme (1 byte, 255 for none) · otherwise (1) · number of rows (varint) · rows. A row is its
/// status and
/// shape (1 byte), then its keys, each a varint length and its bytes.
public final class StatementCode {

    private static final VersionScheme[] SCHEMES = VersionScheme.values();
    private static final VersionStatus[] STATUSES = VersionStatus.values();
    private static final int NO_SCHEME = 255;

    private static final int ALL = 0;
    private static final int EXACT = 1;
    private static final int FROM = 2;
    private static final int BELOW = 3;
    private static final int BETWEEN = 4;
    /// A listed text that is no version of its ecosystem: equal as text, or another version.
    private static final int TEXT = 5;
    /// A row that only a comparison can decide.
    private static final int COMPARE = 6;

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
        int status = row.status().ordinal() << 4;
        VersionRange range = row.range();
        if (range.isAll()) {
            out.write(status | ALL);
            return;
        }
        Optional<VersionInterval> interval =
                scheme == null ? Optional.empty() : VersionInterval.of(range, scheme.order());
        if (interval.isEmpty()) {
            boolean text = scheme != null
                    && range.isExact()
                    && VersionEvaluation.isPlainText(String.valueOf(range.lower()), scheme);
            out.write(status | (text ? TEXT : COMPARE));
            if (text) {
                bytes(out, String.valueOf(range.lower()).getBytes(StandardCharsets.UTF_8));
            }
            return;
        }
        byte[] low = interval.get().low();
        byte[] high = interval.get().high();
        if (range.isExact()) {
            out.write(status | EXACT);
            bytes(out, low);
        } else if (high == null) {
            out.write(status | FROM);
            bytes(out, low);
        } else if (low.length == 0) {
            out.write(status | BELOW);
            bytes(out, high);
        } else {
            out.write(status | BETWEEN);
            bytes(out, low);
            bytes(out, high);
        }
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        Varint.write(out, bytes.length);
        out.writeBytes(bytes);
    }

    /// Evaluates the code at the cursor for a component, and moves the cursor behind it.
    ///
    /// The answer is `VersionEvaluation`'s wherever this answers; `UNDETERMINED` here may also mean "only a
    /// comparison
    /// can decide", so that who needs certainty asks there.
    public static Verdict evaluate(Varint.Cursor at, ComponentIdentity component, MatchKeys.Use use) {
        byte[] code = at.bytes();
        int schemeByte = at.next();
        VersionScheme scheme = schemeByte == NO_SCHEME ? null : SCHEMES[schemeByte];
        VersionStatus otherwise = STATUSES[at.next()];
        int rows = at.varint();
        SortKey key = scheme == null ? null : component.key(scheme, use);
        byte[] version = key instanceof SortKey.Ordered(byte[] bytes) ? bytes : null;
        Verdict verdict = null;
        for (int i = 0; i < rows; i++) {
            int head = at.next();
            int shape = head & 0xF;
            int firstLength = shape == ALL || shape == COMPARE ? 0 : at.varint();
            int first = at.skip(firstLength);
            int secondLength = shape == BETWEEN ? at.varint() : 0;
            int second = at.skip(secondLength);
            if (verdict != null) {
                continue;
            }
            boolean inside;
            if (shape == ALL) {
                inside = true;
            } else if (version == null || shape == COMPARE) {
                verdict = Verdict.UNDETERMINED;
                continue;
            } else {
                inside = switch (shape) {
                    case EXACT -> Arrays.equals(version, 0, version.length, code, first, first + firstLength);
                    case FROM -> compare(version, code, first, firstLength) >= 0;
                    case BELOW -> compare(version, code, first, firstLength) < 0;
                    case BETWEEN ->
                        compare(version, code, first, firstLength) >= 0
                                && compare(version, code, second, secondLength) < 0;
                    default -> component.hasVersionText(use, code, first, firstLength);
                };
            }
            if (inside) {
                verdict = verdict(STATUSES[head >> 4]);
            }
        }
        return verdict == null ? verdict(otherwise) : verdict;
    }

    private static int compare(byte[] version, byte[] code, int from, int length) {
        return Arrays.compareUnsigned(version, 0, version.length, code, from, from + length);
    }

    private static Verdict verdict(VersionStatus status) {
        return switch (status) {
            case AFFECTED -> Verdict.AFFECTED;
            case UNAFFECTED -> Verdict.UNAFFECTED;
            case UNKNOWN -> Verdict.UNSTATED;
        };
    }
}

package dev.ward.database;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into one table, in PostgreSQL's binary form.
///
/// Source: PostgreSQL, COPY, "Binary Format".
public final class CopyRows {

    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {-1, -1};
    private static final int TEXT_OID = 25;
    private static final int PIECE = 1 << 16;
    private static final long YEAR_2000 = 946_684_800L;
    private static final long DAY_2000 = 10_957;
    /// PostgreSQL's years begin before and end after those that any source means.
    private static final Instant FIRST = Instant.parse("-4000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("+200000-01-01T00:00:00Z");

    private final String table;
    private final int columns;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);

    /// @param columns  their number
    public CopyRows(String table, int columns) {
        this.table = table;
        this.columns = columns;
    }

    /// Begins a row; its columns follow in their order.
    public CopyRows row() {
        out.write(columns >> 8);
        out.write(columns);
        return this;
    }

    public CopyRows text(@Nullable String text) {
        return text == null ? absent() : bytes(utf8(text));
    }

    public CopyRows bytes(byte[] bytes) {
        int32(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    public CopyRows truth(@Nullable Boolean value) {
        if (value == null) {
            return absent();
        }
        int32(1);
        out.write(value ? 1 : 0);
        return this;
    }

    public CopyRows smallint(int value) {
        int32(2);
        out.write(value >> 8);
        out.write(value);
        return this;
    }

    public CopyRows integer(int value) {
        int32(4);
        int32(value);
        return this;
    }

    public CopyRows bigint(long value) {
        int32(8);
        int64(value);
        return this;
    }

    public CopyRows real(@Nullable Double value) {
        return value == null ? absent() : bigint(Double.doubleToLongBits(value));
    }

    public CopyRows uuid(@Nullable UUID value) {
        if (value == null) {
            return absent();
        }
        int32(16);
        int64(value.getMostSignificantBits());
        int64(value.getLeastSignificantBits());
        return this;
    }

    public CopyRows instant(@Nullable Instant value) {
        if (value == null) {
            return absent();
        }
        Instant within = value.isBefore(FIRST) ? FIRST : value.isAfter(LAST) ? LAST : value;
        return bigint((within.getEpochSecond() - YEAR_2000) * 1_000_000 + within.getNano() / 1_000);
    }

    public CopyRows date(@Nullable LocalDate value) {
        if (value == null) {
            return absent();
        }
        int32(4);
        int32(Math.toIntExact(value.toEpochDay() - DAY_2000));
        return this;
    }

    public CopyRows texts(Collection<String> texts) {
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        int32(array, texts.isEmpty() ? 0 : 1);
        int32(array, 0);
        int32(array, TEXT_OID);
        if (!texts.isEmpty()) {
            int32(array, texts.size());
            int32(array, 1);
        }
        for (String text : texts) {
            byte[] bytes = utf8(text);
            int32(array, bytes.length);
            array.writeBytes(bytes);
        }
        return bytes(array.toByteArray());
    }

    public int size() {
        return out.size();
    }

    /// Sends all rows within the connection's transaction, after which there are none.
    public void send(Connection connection) throws SQLException {
        if (out.size() == 0) {
            return;
        }
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY %s FROM STDIN (FORMAT binary)".formatted(table));
        try {
            copy.writeToCopy(HEADER, 0, HEADER.length);
            byte[] bytes = out.toByteArray();
            for (int at = 0; at < bytes.length; at += PIECE) {
                copy.writeToCopy(bytes, at, Math.min(PIECE, bytes.length - at));
            }
            copy.writeToCopy(TRAILER, 0, TRAILER.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        out.reset();
    }

    private CopyRows absent() {
        int32(-1);
        return this;
    }

    /// PostgreSQL's text knows no zero character.
    private static byte[] utf8(String text) {
        return (text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD')).getBytes(StandardCharsets.UTF_8);
    }

    private void int32(int value) {
        int32(out, value);
    }

    private static void int32(ByteArrayOutputStream out, int value) {
        out.write(value >> 24);
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }
}

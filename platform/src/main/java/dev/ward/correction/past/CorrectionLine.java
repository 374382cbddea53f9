package dev.ward.correction.past;

import dev.ward.database.CopyRows;
import dev.ward.table.TableComparison;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a row says, in our words.
///
/// @param reported  `yes` or `no`; empty in a row that is refused
record CorrectionLine(
        long number,
        long line,
        String product,
        @Nullable LocalDate decidedOn,
        String what,
        String reported,
        @Nullable String reportNumber,
        @Nullable String justification,
        @Nullable String decidedBy,
        @Nullable String reference)
        implements TableComparison.Line {

    private static final String TABLE = "correction.past_staged";
    private static final int COLUMNS = 11;

    @Override
    public boolean isRefused() {
        return reported.isEmpty();
    }

    /// Over all that the row says but what it is about; the same words give the same.
    private byte[] digest() {
        StringBuilder text = new StringBuilder();
        for (String one : new @Nullable String[] {reported, reportNumber, justification, decidedBy, reference}) {
            // cells hold no line feed
            text.append(one == null ? "" : one).append('\n');
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Lines on their way to where they are compared.
    static CopyRows rows() {
        return new CopyRows(TABLE, COLUMNS);
    }

    @Override
    public void addTo(CopyRows rows) {
        rows.row()
                .bigint(number)
                .bigint(line)
                .text(product)
                .date(decidedOn)
                .text(what)
                .text(reported)
                .text(reportNumber)
                .text(justification)
                .text(decidedBy)
                .text(reference)
                .bytes(digest());
    }
}

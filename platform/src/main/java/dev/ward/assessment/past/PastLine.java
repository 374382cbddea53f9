package dev.ward.assessment.past;

import dev.ward.database.CopyRows;
import dev.ward.performance.HarmSeverity;
import dev.ward.table.TableComparison;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a row says, in our words.
record PastLine(long number, long line, Place place, Judged judged, Kept kept) implements TableComparison.Line {

    private static final String TABLE = "assessment.past_staged";
    private static final int COLUMNS = 21;

    /// In place of a status.
    private static final String REFUSED = "";

    private static final int WORST_HARM = 5;
    private static final int UNCONTROLLED = 20;
    private static final int UNSAID = 10;

    /// How grave a row is that says neither harm nor risk.
    static final int UNSAID_GRAVITY = UNSAID + WORST_HARM;

    record Place(String product, @Nullable String model, String release, String component, String vulnerability) {}

    record Judged(
            String status,
            @Nullable String justification,
            @Nullable String cvss,
            @Nullable String exploitability,
            @Nullable String harm,
            @Nullable String verdict) {}

    record Kept(
            @Nullable String decision,
            @Nullable String decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable String reference,
            @Nullable String notes) {}

    /// A row of which it is only asked what else is wrong with it.
    ///
    /// @param place  with nothing where the row says nothing, or nothing that can be taken
    static PastLine refused(long number, long line, Place place) {
        return new PastLine(
                number,
                line,
                place,
                new Judged(REFUSED, null, null, null, null, null),
                new Kept(null, null, null, null, null));
    }

    @Override
    public boolean isRefused() {
        return judged.status().equals(REFUSED);
    }

    /// What is not said counts as the worst.
    private int gravity() {
        int harm = judged.harm() == null
                ? WORST_HARM
                : HarmSeverity.valueOf(judged.harm()).ordinal() + 1;
        int risk = judged.verdict() == null ? UNSAID : judged.verdict().equals("uncontrolled") ? UNCONTROLLED : 0;
        return risk + harm;
    }

    /// Over all that the row says but where it is about; the same words give the same.
    private byte[] digest() {
        StringBuilder text = new StringBuilder();
        for (Object one : new @Nullable Object[] {
            judged.status(),
            judged.justification(),
            judged.cvss(),
            judged.exploitability(),
            judged.harm(),
            judged.verdict(),
            kept.decision(),
            kept.decidedBy(),
            kept.decidedOn(),
            kept.reference(),
            kept.notes()
        }) {
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
                .text(place.product())
                .text(place.model())
                .text(place.release())
                .text(place.vulnerability())
                .text(place.component())
                .text(judged.status())
                .text(judged.justification())
                .text(judged.cvss())
                .text(judged.exploitability())
                .text(judged.harm())
                .text(judged.verdict())
                .text(kept.decision())
                .text(kept.decidedBy())
                .date(kept.decidedOn())
                .text(kept.reference())
                .text(kept.notes())
                .smallint(gravity())
                .bytes(digest())
                .uuid(null);
    }
}

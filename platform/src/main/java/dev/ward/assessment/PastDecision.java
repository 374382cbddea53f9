package dev.ward.assessment;

import dev.ward.performance.HarmSeverity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was decided of a vulnerability in a release before Ward was used, as a table or a VEX document
/// of the manufacturer says it: migrated, not decided here. It closes nothing, signs nothing and opens
/// no gate. What is null was not said.
///
/// @param component  as it is named there; empty when it names none
/// @param version    1 at first; each correction is a further one
/// @param decided    whether a decision or screening of Ward stands beside it that the reader may see
public record PastDecision(
        UUID id,
        Place place,
        String vulnerability,
        String component,
        int version,
        PastStatus status,
        Said said,
        Origin origin,
        boolean decided) {

    /// How it is called wherever it is shown.
    public static final String PROVENANCE = "Migrated, not decided here";

    private static final int LONGEST_EVIDENCE = 4_000;

    public record Place(UUID release, String releaseName, UUID product) {}

    /// @param cvss      a vector, or a score alone
    /// @param decision  in the words of the table or document
    public record Said(
            @Nullable Justification justification,
            @Nullable String cvss,
            @Nullable Exploitability exploitability,
            @Nullable HarmSeverity harm,
            @Nullable Verdict verdict,
            @Nullable String decision,
            @Nullable String decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable String reference,
            @Nullable String notes) {}

    /// @param vex   the document, when it is VEX of our own; null for a table
    /// @param line  of the file, or statement of the document, as it counts
    public record Origin(
            UUID importId,
            String file,
            String sha256,
            @Nullable UUID vex,
            long line,
            Instant imported) {

        /// Where in the file it stands.
        public String place() {
            return (vex == null ? "line " : "statement ") + line;
        }
    }

    /// Who decided and when, as far as it was said.
    public String decidedWords() {
        String by = said.decidedBy() == null ? "" : "by " + said.decidedBy();
        String on = said.decidedOn() == null ? "" : "on " + said.decidedOn();
        String words = (by + " " + on).strip();
        return words.isEmpty() ? "by whom and when was not said" : words;
    }

    /// What whoever assesses may begin the evidence with.
    public String evidence() {
        StringBuilder text = new StringBuilder(PROVENANCE)
                .append(": ")
                .append(status.title().toLowerCase(Locale.ROOT))
                .append(", decided ")
                .append(decidedWords())
                .append('.');
        append(text, "Of", place.releaseName() + ", " + component);
        append(text, "Decision", said.decision());
        append(text, "Document", said.reference());
        append(text, "Notes", said.notes());
        append(text, "File", origin.file() + ", " + origin.place());
        return text.length() <= LONGEST_EVIDENCE ? text.toString() : text.substring(0, LONGEST_EVIDENCE);
    }

    private static void append(StringBuilder text, String what, @Nullable String said) {
        if (said != null) {
            text.append('\n').append(what).append(": ").append(said);
        }
    }
}

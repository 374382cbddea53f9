package dev.ward.assessment.web;

import dev.ward.assessment.PastDecision;
import dev.ward.web.Worded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A past decision as the API shows it; what is null was not said.
///
/// @param provenance  always that it was not decided here
/// @param decided     whether a decision or screening of Ward stands beside it
/// @param sha256      of the file that says it
/// @param vex         the document, when it is VEX of our own; null for a table
/// @param line        of the table, or statement of the document
record PastDecisionBody(
        UUID id,
        String provenance,
        UUID release,
        String releaseName,
        UUID product,
        String vulnerability,
        String component,
        int version,
        String status,
        @Nullable String justification,
        @Nullable String cvss,
        @Nullable String exploitability,
        @Nullable String harm,
        @Nullable String verdict,
        @Nullable String decision,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String reference,
        @Nullable String notes,
        boolean decided,
        UUID importId,
        String file,
        String sha256,
        @Nullable UUID vex,
        long line,
        Instant imported) {

    static PastDecisionBody of(PastDecision one) {
        PastDecision.Said said = one.said();
        PastDecision.Origin origin = one.origin();
        return new PastDecisionBody(
                one.id(),
                PastDecision.PROVENANCE,
                one.place().release(),
                one.place().releaseName(),
                one.place().product(),
                one.vulnerability(),
                one.component(),
                one.version(),
                one.status().word(),
                word(said.justification()),
                said.cvss(),
                word(said.exploitability()),
                said.harm() == null ? null : said.harm().name(),
                word(said.verdict()),
                said.decision(),
                said.decidedBy(),
                said.decidedOn(),
                said.reference(),
                said.notes(),
                one.decided(),
                origin.importId(),
                origin.file(),
                origin.sha256(),
                origin.vex(),
                origin.line(),
                origin.imported());
    }

    private static @Nullable String word(@Nullable Worded one) {
        return one == null ? null : one.word();
    }
}

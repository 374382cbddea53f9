package dev.ward.report;

import dev.ward.document.Arrival;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;
import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Signer;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps a draft with its whole list of consignees, which is written before the transaction begins.
@Component
public class DraftKeeper {

    private final Drafts drafts;
    private final KeptDrafts kept;
    private final ConsigneeFile consignees;

    DraftKeeper(Drafts drafts, KeptDrafts kept, ConsigneeFile consignees) {
        this.drafts = drafts;
        this.kept = kept;
        this.consignees = consignees;
    }

    /// By what a draft is known again that was shown.
    public static String digest(Draft draft) {
        return CanonicalRecord.sha256(DraftFile.of(draft));
    }

    /// @param seen  the digest of the draft that was shown to the signer
    public KeptDraft keep(Signer signer, Reader reader, CaseNumber number, DraftKind kind, @Nullable String seen) {
        try (Arrival list = consignees.receive(reader, kind, number)) {
            return kept.keep(signer, reader, number, kind, seen, list);
        } catch (IOException e) {
            throw ProblemException.of(
                    Problem.CONFLICT, "The list of consignees could not be written. Nothing was signed.");
        }
    }

    /// Keeps the draft as it is at this moment.
    public KeptDraft keep(Signer signer, Reader reader, CaseNumber number, DraftKind kind) {
        return keep(signer, reader, number, kind, digest(drafts.of(reader, kind, number)));
    }
}

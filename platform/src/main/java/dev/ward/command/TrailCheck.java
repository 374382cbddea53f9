package dev.ward.command;

import dev.ward.advisory.ImportHistory;
import dev.ward.assessment.PastHistory;
import dev.ward.assessment.ScreenedHistory;
import dev.ward.audit.AuditVerification;
import dev.ward.audit.ChainHead;
import dev.ward.audit.HeadNotes;
import dev.ward.audit.Proof;
import dev.ward.audit.RowHistory;
import dev.ward.audit.Verdict;
import dev.ward.correction.CorrectionHistory;
import dev.ward.device.ImportedHistory;
import dev.ward.identity.AccountWitness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks the trail of a database against all that is known of it outside.
final class TrailCheck {

    private TrailCheck() {}

    /// @param given  heads that were noted elsewhere
    static Verdict of(PlainDatabase database, Path data, List<ChainHead> given) throws IOException {
        AuditVerification verification = AuditVerification.over(
                database.dataSource(), histories(database.jdbc()), List.of(AccountWitness.over(database.jdbc())));
        HeadNotes notes = HeadNotes.in(data);
        Proof proof = verification.prove(notes, given);
        say(notes, proof, given.size());
        return proof.verdict();
    }

    /// Of all acts that name rows instead of a manifest.
    static List<RowHistory> histories(JdbcClient jdbc) {
        List<RowHistory> histories = new ArrayList<>(ImportedHistory.over(jdbc));
        histories.add(ImportHistory.over(jdbc));
        histories.add(ScreenedHistory.over(jdbc));
        histories.add(PastHistory.over(jdbc));
        histories.add(CorrectionHistory.over(jdbc));
        return histories;
    }

    /// Says how much the answer is worth: a chain alone cannot tell that its end was cut off.
    private static void say(HeadNotes notes, Proof proof, int given) {
        System.out.println(
                proof.heads() == 0
                        ? "compared with no head, since none was noted in \"%s\": an end that was cut off is not seen"
                                .formatted(notes.file())
                        : "compared with %d heads noted in \"%s\" and %d given"
                                .formatted(proof.heads() - given, notes.file(), given));
        if (proof.unreadable() > 0) {
            System.out.println(
                    "%d lines of \"%s\" are no note and were passed over".formatted(proof.unreadable(), notes.file()));
        }
    }
}

package dev.ward.evidence;

import dev.ward.audit.AuditVerification;
import dev.ward.audit.HeadNotes;
import dev.ward.audit.Proof;
import dev.ward.audit.Verdict;
import dev.ward.job.JobProblem;
import dev.ward.job.JobRun;
import dev.ward.job.JobWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Proves the trail as `./ward audit verify` does. It only reads, so that it can be begun again at any
/// time.
@Component
class TrailProofWork implements JobWork {

    static final String KIND = "audit.proof";

    private final AuditVerification verification;
    private final @Nullable HeadNotes notes;

    TrailProofWork(AuditVerification verification, @Value("${ward.data-folder:}") String dataFolder) {
        this.verification = verification;
        this.notes = dataFolder.isEmpty() ? null : HeadNotes.in(Path.of(dataFolder));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public Map<String, String> run(JobRun run) {
        run.step("follows the chain from its first entry, and looks for the heads that were noted outside");
        try {
            return words(verification.prove(notes, List.of()));
        } catch (IOException e) {
            throw new JobProblem("The heads that were noted in the data folder could not be read: " + e.getMessage());
        }
    }

    private static Map<String, String> words(Proof proof) {
        Map<String, String> words = new TreeMap<>();
        words.put("heads", Long.toString(proof.heads()));
        words.put("unreadable", Long.toString(proof.unreadable()));
        switch (proof.verdict()) {
            case Verdict.Whole(var head, long _) -> {
                words.put("verdict", "whole");
                words.put("head", head.toString());
                words.put("entries", Long.toString(head.seq()));
            }
            case Verdict.Broken(long seq, String fault) -> {
                words.put("verdict", "broken");
                words.put("entry", Long.toString(seq));
                words.put("fault", fault);
            }
        }
        return words;
    }
}

package dev.ward.regulation;

import dev.ward.identity.AccountId;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says in short what is due: of all cases for those who answer for all, else of the caller's own.
@Service
@Transactional(readOnly = true)
public class DueSummaries {

    private static final Set<String> ANSWER_FOR_ALL = Set.of(
            "psirt-lead", "regulatory-head", "quality-regulatory", "designated-person", "executive", "administrator");

    private final SummaryRepository summaries;
    private final ObligationRepository obligations;
    private final Evaluations evaluations;

    DueSummaries(SummaryRepository summaries, ObligationRepository obligations, Evaluations evaluations) {
        this.summaries = summaries;
        this.obligations = obligations;
        this.evaluations = evaluations;
    }

    /// @param most  how many things are named; null when there is nobody whose cases they could be
    public @Nullable DueSummary of(Reader reader, Caller caller, int most) {
        boolean all = ANSWER_FOR_ALL.contains(caller.role());
        AccountId owner = all ? null : caller.account();
        if (!all && owner == null) {
            return null;
        }
        Instant until = evaluations.now().plus(Duration.ofDays(DueSummary.DAYS));
        SummaryRepository.Counts counts = summaries.counts(reader, owner, until);
        List<Obligation> first =
                counts.overdue() + counts.soon() == 0 ? List.of() : obligations.soon(reader, owner, until, most);
        return new DueSummary(owner, counts.overdue(), counts.soon(), first, summaries.waiting(reader, owner, most));
    }
}

package dev.ward.lifecycle;

import dev.ward.assessment.ReleaseRisks;
import dev.ward.finding.FindingFilter;
import dev.ward.finding.FindingGrounds;
import dev.ward.finding.FindingState;
import dev.ward.finding.Findings;
import dev.ward.sbom.Snapshot;
import dev.ward.sbom.Snapshots;
import dev.ward.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is in the release, and which vulnerabilities reach it. Where the ground of an answer is missing, it is
/// unknown.
@Component
class SoftwareChecks implements Checks {

    /// What CISA has added since is missing.
    private static final Duration OLDEST_CATALOGUE = Duration.ofDays(7);

    private final Snapshots snapshots;
    private final Findings findings;
    private final FindingGrounds grounds;
    private final ReleaseRisks risks;

    SoftwareChecks(Snapshots snapshots, Findings findings, FindingGrounds grounds, ReleaseRisks risks) {
        this.snapshots = snapshots;
        this.findings = findings;
        this.grounds = grounds;
        this.risks = risks;
    }

    @Override
    public Map<String, Check> byName() {
        return Map.of(
                "sbom-read", (question, _) -> sbom(question),
                "exploited-clear", (question, _) -> exploited(question),
                "candidates-decided", (question, _) -> candidates(question),
                "risks-controlled", (question, _) -> risks(question));
    }

    private Answered sbom(GateQuestion question) {
        Snapshot current = current(question);
        if (current == null) {
            return Answered.notMet("The release has no SBOM.", 0, question.page("#sbom"));
        }
        Snapshot.Contents contents = current.contents();
        int lost = contents == null ? 0 : contents.tally().lost();
        String page = "/sboms/" + current.id();
        return lost == 0
                ? Answered.met("\"%s\" was read without loss.".formatted(current.fileName()), page)
                : Answered.notMet(
                        "%s of \"%s\" could not be read."
                                .formatted(Words.counted(lost, "part", "parts"), current.fileName()),
                        lost,
                        page + "#unread");
    }

    private @Nullable Snapshot current(GateQuestion question) {
        return snapshots.findCurrent(question.release().id(), question.reader()).orElse(null);
    }

    private @Nullable Answered groundless(GateQuestion question) {
        UUID release = question.release().id().value();
        if (current(question) == null) {
            return Answered.unknown("The release has no SBOM, so that nothing is known.", question.page("#sbom"));
        }
        return grounds.isMatched(release)
                ? null
                : Answered.unknown("Matching has not read everything yet. Look again in a while.", "/jobs");
    }

    private Answered exploited(GateQuestion question) {
        Answered groundless = groundless(question);
        if (groundless != null) {
            return groundless;
        }
        Instant heard = grounds.exploitedHeard(question.reader()).orElse(null);
        String list = "/findings?kev=true&release=" + question.release().id();
        long open = count(question, FindingState.OPEN, true);
        if (open > 0) {
            return Answered.notMet(
                    "%s in CISA's catalogue.".formatted(Words.counted(open, "open finding is", "open findings are")),
                    open,
                    list);
        }
        if (heard == null) {
            return Answered.unknown("CISA's catalogue was never heard.", "/sources");
        }
        if (heard.plus(OLDEST_CATALOGUE).isBefore(question.now())) {
            return Answered.unknown("CISA's catalogue was last heard more than 7 days ago.", "/sources");
        }
        long undecided =
                count(question, FindingState.CANDIDATE, true) + count(question, FindingState.SOURCE_WITHDRAWN, true);
        return undecided > 0
                ? new Answered(
                        Answer.UNKNOWN,
                        "%s that somebody has to decide is in CISA's catalogue."
                                .formatted(Words.counted(undecided, "finding", "findings")),
                        undecided,
                        list + "&state=candidate,source-withdrawn")
                : Answered.met("No open finding is in CISA's catalogue.", list);
    }

    private Answered candidates(GateQuestion question) {
        Answered groundless = groundless(question);
        if (groundless != null) {
            return groundless;
        }
        long waiting =
                count(question, FindingState.CANDIDATE, false) + count(question, FindingState.SOURCE_WITHDRAWN, false);
        String list = "/findings?state=candidate,source-withdrawn&release="
                + question.release().id();
        return waiting == 0
                ? Answered.met("None waits.", list)
                : Answered.notMet(
                        "%s for somebody's word.".formatted(Words.counted(waiting, "finding waits", "findings wait")),
                        waiting,
                        list);
    }

    /// What nobody has decided is unknown; what was decided to be uncontrolled is not met, whatever else is open.
    private Answered risks(GateQuestion question) {
        UUID release = question.release().id().value();
        ReleaseRisks.Risks open = risks.of(question.reader(), release);
        if (open.uncontrolled() > 0) {
            return Answered.notMet(
                    "%s decided to be uncontrolled."
                            .formatted(Words.counted(open.uncontrolled(), "risk was", "risks were")),
                    open.uncontrolled(),
                    "/assessments?verdict=uncontrolled");
        }
        Answered groundless = groundless(question);
        if (groundless != null) {
            return groundless;
        }
        return open.undecided() > 0
                ? new Answered(
                        Answer.UNKNOWN,
                        "%s found in it without a decision that stands."
                                .formatted(
                                        Words.counted(open.undecided(), "vulnerability was", "vulnerabilities were")),
                        open.undecided(),
                        "/findings?release=" + release)
                : Answered.met("Every vulnerability that was found in it is decided, none as uncontrolled.", null);
    }

    private long count(GateQuestion question, FindingState state, boolean exploited) {
        return findings.count(new FindingFilter(
                question.release().id().value(), null, null, null, null, Set.of(state), null, exploited, null));
    }
}

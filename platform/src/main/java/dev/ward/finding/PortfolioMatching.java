package dev.ward.finding;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.finding.MarkRepository.ChangedRecord;
import dev.ward.finding.MarkRepository.Mark;
import dev.ward.finding.MarkRepository.NewSnapshot;
import dev.ward.finding.ReconciliationRepository.Change;
import dev.ward.sbom.Sboms;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads what changed in advisories and SBOMs since it last looked, and makes the findings follow.
///
/// The work follows the change: revised records meet only the components that share a key with them, and a component
/// meets the records once, however many releases hold it. Each step moves its mark in its own transaction; breaking
/// off anywhere and going on later comes to the same.
@Component
class PortfolioMatching {

    private static final int MOST_RECORDS = 4_000;
    private static final int MOST_SNAPSHOTS = 50;
    private static final String ADVISORY = "advisory";
    private static final String SBOM = "sbom";
    private static final Actor MATCHING = Actor.machine("matching");

    private final MarkRepository marks;
    private final MatchRepository matches;
    private final DeviceQuestionRepository devices;
    private final MatchedComponents matched;
    private final ReconciliationRepository findings;
    private final Sboms sboms;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PortfolioMatching(
            MarkRepository marks,
            MatchRepository matches,
            DeviceQuestionRepository devices,
            MatchedComponents matched,
            ReconciliationRepository findings,
            Sboms sboms,
            AuditTrail audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.marks = marks;
        this.matches = matches;
        this.devices = devices;
        this.matched = matched;
        this.findings = findings;
        this.sboms = sboms;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Follows all records that changed, and ends when none is left.
    void followAdvisories() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> followRecords()));
        }
        transactions.executeWithoutResult(status -> {
            marks.lock();
            findings.countByPresentRating();
        });
    }

    /// Follows all new SBOMs, and ends when none is left.
    void followSboms() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> followSnapshots()));
        }
    }

    private boolean followRecords() {
        marks.lock();
        List<ChangedRecord> changed = marks.changedRecords(marks.get(ADVISORY), MOST_RECORDS);
        if (changed.isEmpty()) {
            return false;
        }
        List<Long> records = changed.stream().map(ChangedRecord::recordId).toList();
        Instant now = clock.instant();
        matches.beginStaging();
        matches.touchRecords(records);
        devices.forget(records);
        PairWork work = new PairWork(sboms, matches, devices);
        matches.pairsOfRecords(records, work::take);
        work.finish();
        new DeviceWork(sboms, matches).ask(devices.ofRecords(records));
        matches.endOfRecords(records, now);
        matches.storeStaged(now);
        matches.touchRecords(records);
        long changeSet = findings.openChangeSet("advisories", now);
        findings.reconcileTouched(changeSet, now);
        close(changeSet);
        ChangedRecord last = changed.getLast();
        marks.set(ADVISORY, new Mark(last.changeSet(), last.recordId()));
        return changed.size() == MOST_RECORDS;
    }

    private boolean followSnapshots() {
        marks.lock();
        List<NewSnapshot> snapshots = marks.newSnapshots(marks.get(SBOM), MOST_SNAPSHOTS);
        if (snapshots.isEmpty()) {
            return false;
        }
        List<UUID> releases =
                snapshots.stream().map(NewSnapshot::releaseId).distinct().toList();
        Instant now = clock.instant();
        matches.beginStaging();
        List<Long> components = matched.missing(releases);
        if (!components.isEmpty()) {
            PairWork work = new PairWork(sboms, matches, devices);
            matches.pairsOfComponents(components, work::take);
            work.finish();
            matched.add(components);
        }
        new DeviceWork(sboms, matches).ask(devices.ofReleases(releases));
        matches.endOfReleases(releases, now);
        matches.storeStaged(now);
        long changeSet = findings.openChangeSet("sboms", now);
        findings.reconcileReleases(releases, changeSet, now);
        close(changeSet);
        marks.set(SBOM, new Mark(snapshots.getLast().sequence(), 0));
        return snapshots.size() == MOST_SNAPSHOTS;
    }

    private void close(long changeSet) {
        Change change = findings.closeChangeSet(changeSet);
        if (!change.isNothing()) {
            audit.record(
                    MATCHING,
                    new Act(
                            "findings.changed",
                            "finding-change-set",
                            Long.toString(changeSet),
                            Map.of(),
                            Map.of(
                                    "opened", Long.toString(change.opened()),
                                    "closed", Long.toString(change.closed()),
                                    "sha256", change.digest()),
                            null));
        }
    }
}

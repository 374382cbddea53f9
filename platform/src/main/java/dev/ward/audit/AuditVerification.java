package dev.ward.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Proves that the trail is whole, or names the first entry where it is not. Memory does not grow with the trail.
///
/// `docs/reference/audit.md` says what that proves, and what it cannot.
@Component
public class AuditVerification {

    private final JdbcClient jdbc;
    private final ChainRepository chain;
    private final KeptManifests manifests;
    private final List<RowHistory> histories;
    private final List<Witness> witnesses;
    private final TransactionTemplate snapshot;

    @Autowired
    AuditVerification(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<RowHistory> histories,
            List<Witness> witnesses) {
        this.jdbc = jdbc;
        this.chain = new ChainRepository(jdbc);
        this.manifests = new KeptManifests(chain);
        this.histories = List.copyOf(histories);
        this.witnesses = List.copyOf(witnesses);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// Makes a verification over a database without an application around it, as a command does.
    public static AuditVerification over(DataSource dataSource, List<RowHistory> histories, List<Witness> witnesses) {
        return new AuditVerification(
                JdbcClient.create(dataSource), new JdbcTransactionManager(dataSource), histories, witnesses);
    }

    /// Verifies the live database as it is at one moment: the chain, the personal values that it commits to, and the
    /// rows of its bulk acts.
    public Verdict verify() {
        return Objects.requireNonNull(snapshot.execute(_ -> {
            new PurgedValues(jdbc, manifests).gather();
            ChainCheck check = new ChainCheck(List.of());
            for (List<Link> stretch = chain.after(0); !stretch.isEmpty(); stretch = chain.after(check.next() - 1)) {
                long from = check.next();
                boolean whole = stretch.stream().allMatch(check::follow);
                if (check.next() > from) {
                    whole &= checkBeside(check, NamedCommitments.in(stretch, check.next() - 1));
                }
                if (!whole) {
                    break;
                }
            }
            if (check.next() == 1) {
                checkEmpty(check);
            }
            return check.verdict();
        }));
    }

    /// Verifies the live database, and looks for every head that was noted outside of it.
    ///
    /// @param notes  null where none are kept
    /// @param given  heads that were noted elsewhere
    public Proof prove(@Nullable HeadNotes notes, List<ChainHead> given) throws IOException {
        Verdict[] verdict = {compare(verify(), given)};
        HeadNotes.Read read =
                notes == null ? new HeadNotes.Read(0, 0) : notes.read(batch -> verdict[0] = compare(verdict[0], batch));
        return new Proof(verdict[0], read.heads() + given.size(), read.unreadable());
    }

    /// Looks for heads that were noted before: each must be in the chain, with its hash. A chain alone cannot tell
    /// that its newest entries were cut off, or that it was written anew from some entry on.
    ///
    /// @return the first that is not there or is another, in the order of entries; `verdict` when all are
    public Verdict compare(Verdict verdict, List<ChainHead> noted) {
        if (noted.isEmpty()) {
            return verdict;
        }
        Map<Long, String> hashes =
                chain.hashes(noted.stream().map(ChainHead::seq).toList());
        long last = chain.head().seq();
        List<Verdict.Broken> faults = new ArrayList<>();
        for (ChainHead head : noted) {
            String hash = hashes.get(head.seq());
            if (head.seq() > last) {
                faults.add(ChainCheck.cutOff(last, head));
            } else if (head.seq() > 0 && !head.hash().equals(hash)) {
                faults.add(new Verdict.Broken(head.seq(), ChainCheck.another(head)));
            }
        }
        if (verdict instanceof Verdict.Broken broken) {
            faults.add(broken);
        }
        return faults.stream()
                .min((one, other) -> Long.compare(one.seq(), other.seq()))
                .<Verdict>map(fault -> fault)
                .orElse(verdict);
    }

    private void checkEmpty(ChainCheck check) {
        witnesses.stream()
                .map(Witness::actsWithoutTrail)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .ifPresent(words -> check.fail(1, "the chain is empty, although " + words));
    }

    private boolean checkBeside(ChainCheck check, NamedCommitments named) {
        ChainRepository.Fault fault = chain.personalFault(named).orElse(null);
        for (ChainRepository.Named manifest : chain.manifests(named.listing())) {
            if (fault != null && manifest.seq() > fault.seq()) {
                break;
            }
            String wrong = faultOf(manifest);
            if (!wrong.isEmpty()) {
                return check.fail(manifest.seq(), wrong);
            }
        }
        return fault == null || check.fail(fault.seq(), fault.words());
    }

    /// @return empty when the rows are there, as the entry says
    private String faultOf(ChainRepository.Named named) {
        for (RowHistory history : histories) {
            if (history.what().equals(named.what())) {
                return named.sha256().length > 0
                                && Arrays.equals(named.sha256(), history.digest(named.subjectId(), named.changeSet()))
                        ? ""
                        : "the rows of its act are not those that it names: some were changed or removed";
            }
        }
        if (!manifests.isKept(named.sha256())) {
            return "the manifest that it names is not kept any more";
        }
        return manifests.isWhole(named.sha256()) ? "" : "the manifest kept beside it is not the one that it names";
    }
}

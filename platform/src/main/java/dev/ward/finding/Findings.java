package dev.ward.finding;

import dev.ward.identity.Visibility;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which vulnerabilities reach our releases.
@Service
public class Findings {

    /// Counting ends here; a list that is longer says "10,000+".
    public static final int MOST_COUNTED = 10_000;

    private final FindingRepository findings;
    private final Visibility visibility;

    Findings(FindingRepository findings, Visibility visibility) {
        this.findings = findings;
        this.visibility = visibility;
    }

    /// The names of the orders that `list` knows.
    public static Set<String> orders() {
        return FindingSort.keys();
    }

    /// The order of a list that asks for none: known exploited first, then by severity, then by EPSS.
    public static SortOrder usualOrder() {
        return SortOrder.ascending(FindingSort.USUAL);
    }

    /// A part of a list.
    ///
    /// @param count  how many all parts have together, counted to one more than `MOST_COUNTED` at most
    public record Part(Slice<Finding> slice, long count) {}

    /// @param after  the cursor of the part before; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Finding> list(FindingFilter filter, SortOrder order, @Nullable String after, int limit) {
        return slice(findings.conditions(visibility.reader(), filter), filter, order, after, limit);
    }

    /// The same, with the number of all.
    @Transactional(readOnly = true)
    public Part listCounted(FindingFilter filter, SortOrder order, @Nullable String after, int limit) {
        FindingConditions conditions = findings.conditions(visibility.reader(), filter);
        Slice<Finding> slice = slice(conditions, filter, order, after, limit);
        boolean isAll = after == null && slice.next() == null;
        return new Part(slice, isAll ? slice.items().size() : count(conditions, filter));
    }

    private Slice<Finding> slice(
            FindingConditions conditions, FindingFilter filter, SortOrder order, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, order, FindingSort.of(order.key()).places());
        List<FindingRepository.Placed> placed = findings.list(conditions, filter.states(), order, cursor, limit + 1);
        return Slice.of(placed, limit, FindingRepository.Placed::cursor).map(FindingRepository.Placed::finding);
    }

    /// How many findings there are, counted to one more than `MOST_COUNTED` at most.
    @Transactional(readOnly = true)
    public long count(FindingFilter filter) {
        return count(findings.conditions(visibility.reader(), filter), filter);
    }

    private long count(FindingConditions conditions, FindingFilter filter) {
        return findings.count(conditions, filter.states(), MOST_COUNTED + 1);
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Finding get(FindingId id) {
        return findings.find(visibility.reader(), id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no finding \"%s\".".formatted(id)));
    }

    /// Why it is a finding: every match, the present ones and the surest first.
    @Transactional(readOnly = true)
    public List<Evidence> evidence(FindingId id) {
        return findings.evidence(visibility.reader(), id);
    }

    /// The surest match of each of some findings, by the finding's id.
    @Transactional(readOnly = true)
    public Map<UUID, Evidence> surest(List<Finding> some) {
        return findings.surest(
                visibility.reader(), some.stream().map(one -> one.id().value()).toList());
    }

    /// A number that rises with every change of any finding.
    @Transactional(readOnly = true)
    public long revision() {
        return findings.lastChangeSet();
    }
}

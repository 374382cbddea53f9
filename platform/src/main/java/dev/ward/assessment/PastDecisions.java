package dev.ward.assessment;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was decided before Ward was used, for whoever decides now. Nothing here counts as a decision of Ward.
@Service
@Transactional(readOnly = true)
public class PastDecisions {

    /// So many are shown beside something else; the list has all.
    public static final int MOST_BESIDE = 50;

    private static final SortOrder WORST = SortOrder.ascending("worst");

    private final PastDecisionRepository past;
    private final FactsReading facts;

    PastDecisions(PastDecisionRepository past, FactsReading facts) {
        this.past = past;
        this.facts = facts;
    }

    /// The worst first: what is known to be exploited, then by severity, then by what was said of it.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    public Slice<PastDecision> list(Reader reader, PastFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, WORST, 3);
        PastDecisionRepository.Placement behind = cursor == null
                ? null
                : new PastDecisionRepository.Placement(
                        Math.toIntExact(cursor.number(0)), Math.toIntExact(cursor.number(1)), cursor.number(2));
        String name = filter.vulnerability();
        return Slice.of(
                        past.list(reader, filter, name == null ? null : facts.of(reader, name), behind, limit + 1),
                        limit,
                        one -> Cursor.of(WORST, one.risk(), one.gravity(), one.number()))
                .map(PastDecisionRepository.Placed::decision);
    }

    /// How many have no decision of Ward yet, as far as the reader may see decisions; counted no further than lists
    /// are.
    public long waiting(Reader reader) {
        return past.count(reader, PastFilter.WAITING, Math.toIntExact(Words.MOST_COUNTED) + 1);
    }

    /// @throws ProblemException  when there is none that is seen
    public PastDecision get(Reader reader, UUID id) {
        return past.find(reader, id)
                .orElseThrow(() ->
                        ProblemException.of(Problem.NOT_FOUND, "There is no past decision \"%s\".".formatted(id)));
    }

    /// All versions of what a decision is about, the newest first.
    public List<PastDecision> versions(Reader reader, UUID id) {
        get(reader, id);
        return past.versions(reader, id);
    }

    /// Of one vulnerability and product, by release.
    public Map<UUID, List<PastDecision>> beside(Reader reader, String vulnerability, UUID product) {
        Map<UUID, List<PastDecision>> releases = new LinkedHashMap<>();
        list(reader, new PastFilter(product, null, vulnerability, null, false), null, Slice.MOST)
                .items()
                .forEach(one -> releases.computeIfAbsent(one.place().release(), _ -> new ArrayList<>())
                        .add(one));
        return releases;
    }
}

package dev.ward.finding;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.DeviceConfiguration;
import dev.ward.standards.match.Match;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.match.Matching;
import dev.ward.standards.match.StatementCode;
import dev.ward.standards.match.Varint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Decides whether a statement hits a component. Most pairs end at a comparison of bytes; the rest, and every
/// explanation, come from `Matching`.
final class PairEvaluation {

    private static final Comparator<Match> SUREST_FIRST =
            Comparator.comparing(Match::confidence).thenComparing(Match::kind);

    private PairEvaluation() {}

    /// Whether the versions leave a match possible.
    ///
    /// @param identities  the component, under each of its package URLs
    static boolean isPossible(Pair pair, List<ComponentIdentity> identities) {
        return identities.stream().anyMatch(identity -> isPossible(pair, identity));
    }

    private static boolean isPossible(Pair pair, ComponentIdentity identity) {
        Varint.Cursor at = new Varint.Cursor(pair.code(), 0);
        StatementCode.Answer answer = StatementCode.Answer.UNAFFECTED;
        for (int i = at.varint(); i > 0; i--) {
            answer = answer.or(StatementCode.evaluate(at, identity, pair.use()));
        }
        return answer.compareTo(StatementCode.Answer.UNDETERMINED) <= 0;
    }

    /// The surest match of a statement.
    ///
    /// @param device  what runs together in the device; the component alone where that does not matter
    static Optional<Match> match(
            List<ComponentIdentity> identities, DeviceConfiguration device, String source, Affected affected) {
        return identities.stream()
                .flatMap(identity -> Matching.match(identity, device, source, affected).stream())
                .min(SUREST_FIRST);
    }

    /// The keys' uses by their number in the database.
    static MatchKeys.Use use(int number) {
        return MatchKeys.Use.values()[number];
    }
}

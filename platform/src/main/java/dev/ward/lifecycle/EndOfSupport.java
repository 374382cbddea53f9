package dev.ward.lifecycle;

import dev.ward.identity.Reader;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who must hear of the end of a release's support, and who has taken over the risk.
@Service
@Transactional(readOnly = true)
public class EndOfSupport {

    /// A page shows no more; the gate counts all.
    public static final int MOST = 500;

    private final GateFacts facts;
    private final Releases releases;
    private final Markets markets;
    private final Clock clock;

    EndOfSupport(GateFacts facts, Releases releases, Markets markets, Clock clock) {
        this.clock = clock;
        this.facts = facts;
        this.releases = releases;
        this.markets = markets;
    }

    /// A customer that has the release in use, or may have it.
    ///
    /// @param maybe        nobody knows the release of any of its units
    /// @param told         a notice to it is recorded
    /// @param transferred  it has acknowledged the transfer of risk
    public record Holder(UUID id, String name, long units, boolean maybe, boolean told, boolean transferred) {}

    /// The first 500, those of whom something is missing before the others.
    ///
    /// @param market  a code; null for all markets
    public List<Holder> holders(Reader reader, ReleaseId id, @Nullable String market) {
        Release release = releases.get(reader, id);
        return facts.holders(reader, release, markets.named(market), MOST);
    }

    /// How many units with the release, or that may have it, are with nobody that Ward knows.
    ///
    /// @param market  a code; null for all markets
    public long withNobody(Reader reader, ReleaseId id, @Nullable String market) {
        return facts.withNobody(reader, releases.get(reader, id), markets.named(market));
    }

    /// A release past its end of support that the legacy register has no plan for.
    ///
    /// @param units  with the release in the field, as far as it is known
    public record Unplanned(UUID id, String name, LocalDate since, long units) {}

    /// The first 500, those with the most units in the field first.
    public List<Unplanned> unplanned(Reader reader) {
        return facts.unplanned(reader, clock.instant(), MOST);
    }

    /// How many units with the release are in the field, as far as it is known.
    public long inField(Reader reader, ReleaseId id) {
        return facts.inField(reader, releases.get(reader, id), markets.get(Market.ALL))
                .known();
    }
}

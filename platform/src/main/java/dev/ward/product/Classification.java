package dev.ward.product;

import dev.ward.web.TypedText;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The classes of a device, one for each market, in the order of [Market#ALL].
public record Classification(List<MarketClass> markets) implements ProfilePart {

    static final Classification UNSAID = new Classification(List.of());

    public Classification {
        markets = Objects.requireNonNullElse(markets, List.<MarketClass>of()).stream()
                .sorted(Comparator.comparingInt(one -> Market.ALL.indexOf(one.where())))
                .toList();
        if (markets.stream().map(MarketClass::market).distinct().count() < markets.size()) {
            throw TypedText.refused("markets", "A market stands there twice.", "name a market twice");
        }
    }

    public Optional<MarketClass> find(String market) {
        return markets.stream().filter(one -> one.market().equals(market)).findAny();
    }

    /// With one market more, or said otherwise.
    public Classification with(MarketClass one) {
        return new Classification(Stream.concat(without(one.market()).markets.stream(), Stream.of(one))
                .toList());
    }

    public Classification without(String market) {
        return new Classification(
                markets.stream().filter(one -> !one.market().equals(market)).toList());
    }

    @Override
    public ProfileSection section() {
        return ProfileSection.CLASSIFICATION;
    }

    @Override
    public List<Fact> facts() {
        return markets.stream().flatMap(one -> one.facts().stream()).toList();
    }
}

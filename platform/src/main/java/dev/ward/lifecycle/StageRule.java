package dev.ward.lifecycle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is in force: from when on a stage holds for what it is said of.
///
/// @param number     of the entry that says so; null for the date of a release, which stands for the beginning
///                   of its support
/// @param announced  null when customers have not been told
public record StageRule(
        @Nullable Long number,
        StageScope scope,
        String market,
        Stage stage,
        @Nullable LocalDate announced,
        LocalDate effective) {

    private static final int OF_RELEASE = 50;
    private static final int OF_DATE_OF_RELEASE = 45;
    private static final int OF_MODEL = 30;
    private static final int OF_PRODUCT = 10;
    private static final int OF_MARKET = 10;

    /// Which rule decides where several say something: the greatest weight. What is said of the release
    /// outweighs what is said of its model, and that what is said of the product; within each, a market
    /// outweighs all markets.
    int weight() {
        if (number == null) {
            return OF_DATE_OF_RELEASE;
        }
        int scoped = scope.release() != null ? OF_RELEASE : scope.model() != null ? OF_MODEL : OF_PRODUCT;
        return scoped + (market.equals(Market.ALL) ? 0 : OF_MARKET);
    }

    /// Whether it says something of the target on the market.
    boolean reaches(StageTarget target, String ofMarket) {
        return scope.product().equals(target.product())
                && (scope.release() == null || scope.release().equals(target.release()))
                && (scope.model() == null || scope.model().equals(target.model()))
                && (market.equals(Market.ALL) || market.equals(ofMarket));
    }

    /// In words, which rule it is: "said of the model, for EU".
    public String origin() {
        if (number == null) {
            return "the date of the release";
        }
        String of = scope.release() != null ? "release" : scope.model() != null ? "model" : "product";
        return "said of the %s, for %s".formatted(of, market.equals(Market.ALL) ? "all markets" : market);
    }
}

package dev.ward.lifecycle;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an entry would take back to an earlier stage.
///
/// @param to        null when no stage would have begun any more
/// @param releases  how many; 0 when only what holds for future releases goes back
record StepBack(List<Market> markets, Stage from, @Nullable Stage to, long releases) {

    private static final int MOST_NAMED = 5;

    String words() {
        return "%s from %s back to %s (%s)"
                .formatted(
                        releases == 0
                                ? "what is said in general"
                                : releases == 1 ? "1 release" : releases + " releases",
                        from.title().toLowerCase(Locale.ROOT),
                        to == null ? "no stage at all" : to.title().toLowerCase(Locale.ROOT),
                        places());
    }

    private String places() {
        return markets.stream().anyMatch(Market::isAll)
                ? "all markets"
                : markets.stream().limit(MOST_NAMED).map(Market::name).collect(Collectors.joining(", "))
                        + (markets.size() > MOST_NAMED ? " and others" : "");
    }

    /// What goes back of releases; of what is said in general only when no release goes back.
    static String words(List<StepBack> all) {
        boolean ofReleases = all.stream().anyMatch(one -> one.releases() > 0);
        return all.stream()
                .filter(one -> one.releases() > 0 || !ofReleases)
                .map(StepBack::words)
                .collect(Collectors.joining("; "));
    }
}

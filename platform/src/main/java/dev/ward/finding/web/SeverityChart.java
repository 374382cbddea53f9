package dev.ward.finding.web;

import dev.ward.finding.FindingCounts.OfProduct;
import dev.ward.finding.SeverityCounts;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Open findings by severity, drawn as bars on one scale: for each product, or for one release.
///
/// @param title   the answer in a sentence
/// @param panes   what is drawn, one beside the other
/// @param ratings the bars of each, from above
/// @param most    the longest bar of all
public record SeverityChart(String title, List<Pane> panes, List<SeverityRating> ratings, long most) {

    /// @param path   of the list of all its findings, with parameters, so that more can follow
    public record Pane(String name, String path, SeverityCounts counts) {

        /// The list of the findings behind a bar.
        public String path(SeverityRating rating) {
            return path + "&severity=" + rating.name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<SeverityRating> ALWAYS =
            List.of(SeverityRating.CRITICAL, SeverityRating.HIGH, SeverityRating.MEDIUM, SeverityRating.LOW);
    private static final int WIDEST = 170;

    /// @return null when there is nothing to draw
    static @Nullable SeverityChart of(List<OfProduct> products) {
        if (products.isEmpty()) {
            return null;
        }
        OfProduct first = products.getFirst();
        long critical = sum(products, SeverityRating.CRITICAL);
        long high = sum(products, SeverityRating.HIGH);
        String title;
        if (critical > 0) {
            title = "%s has the most critical open findings, %s of %s"
                    .formatted(
                            first.name(),
                            Words.number(first.open().of(SeverityRating.CRITICAL)),
                            Words.number(critical));
        } else if (high > 0) {
            title = "No open finding is critical; %s has the most high ones, %s of %s"
                    .formatted(first.name(), Words.number(first.open().of(SeverityRating.HIGH)), Words.number(high));
        } else {
            title = "No open finding is critical or high";
        }
        return drawn(
                title,
                products.stream()
                        .map(one -> new Pane(one.name(), address("product", one.product()), one.open()))
                        .toList());
    }

    /// @return null when there is nothing to draw
    static @Nullable SeverityChart ofRelease(UUID release, SeverityCounts counts) {
        long grave = counts.of(SeverityRating.CRITICAL) + counts.of(SeverityRating.HIGH);
        String title = "%s of %s critical or high"
                .formatted(Words.number(grave), Words.counted(counts.total(), "open finding is", "open findings are"));
        return counts.total() == 0 ? null : drawn(title, List.of(new Pane("", address("release", release), counts)));
    }

    private static SeverityChart drawn(String title, List<Pane> panes) {
        List<SeverityRating> ratings = new ArrayList<>(ALWAYS);
        for (SeverityRating rating : List.of(SeverityRating.NONE, SeverityRating.UNKNOWN)) {
            if (panes.stream().anyMatch(pane -> pane.counts().of(rating) > 0)) {
                ratings.add(rating);
            }
        }
        long most = panes.stream()
                .flatMapToLong(pane -> ratings.stream().mapToLong(pane.counts()::of))
                .max()
                .orElse(0);
        return new SeverityChart(title, panes, ratings, most);
    }

    private static long sum(List<OfProduct> products, SeverityRating rating) {
        return products.stream().mapToLong(one -> one.open().of(rating)).sum();
    }

    private static String address(String name, UUID id) {
        return "/findings?state=open&" + name + "=" + id;
    }

    /// The length of a bar in the drawing; what is not nothing is seen.
    public long width(long count) {
        return count == 0 ? 0 : Math.max(2, Math.round((double) WIDEST * count / Math.max(1, most)));
    }

    /// The severity in a word: "Critical".
    public static String word(SeverityRating rating) {
        return rating.name().charAt(0) + rating.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /// The shape that stands beside the word.
    public static String shape(SeverityRating rating) {
        return switch (rating) {
            case CRITICAL -> "diamond";
            case HIGH -> "up";
            case MEDIUM -> "circle";
            case LOW -> "down";
            case NONE -> "ring";
            case UNKNOWN -> "dash";
        };
    }

    public static String tone(SeverityRating rating) {
        return switch (rating) {
            case CRITICAL -> "critical";
            case HIGH -> "high";
            case MEDIUM -> "medium";
            case LOW -> "low";
            case NONE, UNKNOWN -> "calm";
        };
    }
}

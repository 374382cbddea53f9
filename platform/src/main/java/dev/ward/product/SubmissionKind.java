package dev.ward.product;

import dev.ward.standards.input.TableResource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A way in which devices come to a market. The list is data: `submission-kinds.tsv`.
///
/// @param market    the code of a [Market]
/// @param example   of its number; empty when there is none
/// @param pattern   how its number looks; null when everything is taken
/// @param numbered  whether it has a number that must be said
public record SubmissionKind(
        String market,
        String name,
        String title,
        String example,
        @Nullable Pattern pattern,
        boolean numbered) {

    private static final int COLUMNS = 6;

    public static final List<SubmissionKind> ALL = read();

    private static List<SubmissionKind> read() {
        return TableResource.cells(SubmissionKind.class, "submission-kinds.tsv", COLUMNS).stream()
                .map(cells -> new SubmissionKind(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4).isEmpty() ? null : Pattern.compile(cells.get(4)),
                        cells.get(5).equals("yes")))
                .toList();
    }

    public static Optional<SubmissionKind> find(String market, String name) {
        return ALL.stream()
                .filter(kind -> kind.market.equals(market) && kind.name.equals(name))
                .findAny();
    }

    /// As one choice among those of all markets: `US 510K`.
    public String key() {
        return market + " " + name;
    }
}

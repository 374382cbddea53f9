package dev.ward.standards.vex;

import dev.ward.standards.source.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers the statements of a document within limits: a small hostile document could otherwise repeat
/// one long text for each of very many products.
final class VexStatements {

    static final int MOST = 50_000;
    static final int LONGEST = 4_000;
    static final int LONGEST_NAME = 1_000;

    /// No id of a vulnerability is longer; what is has no place in an index.
    static final int LONGEST_ID = 200;

    /// How many characters the ids of all statements may have together.
    static final long MOST_OF_IDS = 20_000_000;

    private static final int MOST_NAMES = 50;

    private final List<VexStatement> statements = new ArrayList<>();
    private long ofIds;
    private boolean full;

    /// The ids of a vulnerability as far as they are kept.
    static List<String> names(Field of, Collection<String> names) {
        if (names.size() > MOST_NAMES) {
            of.mark("has more than %d ids; the first are kept".formatted(MOST_NAMES));
        }
        if (names.stream().anyMatch(name -> name.strip().length() > LONGEST_ID)) {
            of.lose("has an id of more than %d characters; it is not read".formatted(LONGEST_ID));
        }
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_ID)
                .distinct()
                .limit(MOST_NAMES)
                .toList();
    }

    /// @param place  where it stands
    /// @param names  of the vulnerability, as `names` gives them
    void add(
            Field place,
            List<String> names,
            VexProduct product,
            VexStatus status,
            String justification,
            String words,
            @Nullable Instant at) {
        long more = names.stream().mapToLong(String::length).sum();
        if (!full && statements.size() < MOST && ofIds + more <= MOST_OF_IDS) {
            ofIds += more;
            statements.add(new VexStatement(
                    names,
                    new VexProduct(cut(product.name(), LONGEST_NAME), product.purl()),
                    status,
                    cut(justification, LONGEST_NAME),
                    cut(words, LONGEST),
                    at));
        } else if (!full) {
            full = true;
            place.lose(
                    statements.size() < MOST
                            ? "the ids of all statements are too long together; this one and the rest are not read"
                            : "more than %d statements stand in the document; this one and the rest are not read"
                                    .formatted(MOST));
        }
    }

    /// A text that ends in "…" where it was longer.
    static String cut(String text) {
        return cut(text, LONGEST);
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    List<VexStatement> list() {
        return statements;
    }
}

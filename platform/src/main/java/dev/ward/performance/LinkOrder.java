package dev.ward.performance;

import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be said of several components and interfaces at once.
///
/// @param lineKeys    of components, `Linked.Line.key`
/// @param interfaces  by id
/// @param function    null to say that no function depends on them
public record LinkOrder(
        List<String> lineKeys,
        List<UUID> interfaces,
        @Nullable FunctionId function,
        String why) {

    public static final int MOST = 5_000;
    static final int LONGEST_WHY = 1_000;

    public LinkOrder {
        lineKeys = lineKeys.stream().distinct().sorted().toList();
        interfaces = interfaces.stream().distinct().sorted().toList();
        why = TypedText.required("why", why, LONGEST_WHY);
        int all = lineKeys.size() + interfaces.size();
        if (all == 0 || all > MOST) {
            throw ProblemException.of(
                    Problem.INVALID,
                    all == 0
                            ? "Choose what you want to say it of."
                            : "At most %,d can be linked at once, not %,d.".formatted(MOST, all));
        }
    }

    static LinkOrder ofLines(Collection<String> keys, @Nullable FunctionId function, String why) {
        return new LinkOrder(List.copyOf(keys), List.of(), function, why);
    }
}

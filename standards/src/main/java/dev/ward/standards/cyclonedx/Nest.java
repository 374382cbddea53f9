package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The parts nested in one component or service, each told as soon as it is known what to call their parent.
///
/// A parent's `bom-ref` may stand behind what is nested in it. Until then the nested are held back, within a budget
/// for the whole document; when that is used up, or no `bom-ref` comes, the parent is called by `#` and its
/// pointer.
final class Nest {

    private final HoldingBudget budget;
    private final @Nullable String fallback;
    private final List<Consumer<@Nullable String>> held = new ArrayList<>(0);
    private @Nullable String ref;
    private boolean settled;

    private Nest(HoldingBudget budget, @Nullable String fallback) {
        this.budget = budget;
        this.fallback = fallback;
        this.settled = fallback == null;
    }

    /// The top of the document, which has no reference.
    static Nest top() {
        return new Nest(new HoldingBudget(), null);
    }

    static Nest under(String pointer, HoldingBudget budget) {
        return new Nest(budget, "#" + pointer);
    }

    /// Tells one nested part, now or when the parent's reference is known.
    void add(Consumer<@Nullable String> telling) {
        if (settled) {
            telling.accept(ref);
            return;
        }
        held.add(telling);
        if (!budget.take()) {
            settle(fallback);
        }
    }

    /// Says the parent's reference, and tells those that were held back for it. Only the first call counts.
    void settle(@Nullable String parent) {
        if (settled) {
            return;
        }
        settled = true;
        ref = parent;
        budget.giveBack(held.size());
        held.forEach(telling -> telling.accept(parent));
        held.clear();
    }

    /// Ends the nest. A parent without reference gets one when something is nested in it; one whose reference came
    /// too late for what is nested is told.
    ///
    /// @param own  the parent's own reference; null when it gives none
    /// @return the parent's reference; null when it has none and needs none
    @Nullable
    String close(@Nullable String own, Location parent, UnreadReport report) {
        if (!held.isEmpty()) {
            settle(fallback);
        }
        if (own != null && !own.equals(ref)) {
            report.kept(
                    parent,
                    "bom-ref",
                    "%s stands behind so many nested parts that they name %s"
                            .formatted(Quoted.of(own), Quoted.of(String.valueOf(ref))));
        }
        return own == null ? ref : own;
    }
}

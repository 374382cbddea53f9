package dev.ward.report;

import dev.ward.assessment.Known;
import dev.ward.standards.due.DueFacts.ProductKind;
import java.util.Set;
import java.util.function.Predicate;

/// Whether a form concerns a case, and why; what is not known is drafted.
record Concern(Known answer, String because) {

    /// Whether a device of the case is on a market.
    ///
    /// @param market  which codes count
    /// @param name    "the United States"
    static Concern market(KnownInDepth known, Predicate<String> market, String name) {
        if (known.known().due().dossier().productKind() == ProductKind.NON_DEVICE) {
            return new Concern(Known.NO, "The products of the case are said to be no medical devices.");
        }
        Set<String> markets = known.known().due().dossier().derived().markets();
        if (markets.isEmpty()) {
            return new Concern(
                    Known.UNKNOWN, "On which markets the products of the case are is not known of all of them.");
        }
        return markets.stream().anyMatch(market)
                ? new Concern(Known.YES, "A product of the case is on the market of %s.".formatted(name))
                : new Concern(Known.NO, "No product of the case is on the market of %s.".formatted(name));
    }

    /// The graver of two: what is excluded by one is excluded, and what one does not know is not known.
    Concern and(Concern other) {
        if (answer == Known.NO || other.answer == Known.YES) {
            return answer == Known.NO ? this : new Concern(answer, because + " " + other.because);
        }
        return other.answer == Known.NO ? other : new Concern(Known.UNKNOWN, because + " " + other.because);
    }

    boolean excluded() {
        return answer == Known.NO;
    }

    /// Puts it into the item 0.
    ///
    /// @param label  what the draft is and what it is not
    void into(FilledForm form, String label) {
        String word = switch (answer) {
            case YES -> "It concerns the case. ";
            case NO -> "It does not concern the case. ";
            case UNKNOWN -> "";
        };
        form.put("0", label + (word.isEmpty() ? "" : "\n" + word + because));
        if (answer == Known.UNKNOWN) {
            form.lack("0", because + " It is drafted as if it concerned the case.");
        }
    }
}

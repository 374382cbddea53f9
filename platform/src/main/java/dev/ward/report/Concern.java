package dev.ward.report;

import dev.ward.assessment.Known;
import dev.ward.standards.due.DueFacts.ProductKind;
import java.util.Set;
import java.util.function.Predicate;

/// Whether a form concerns a case, and why; what is not known is drafted.
///
/// @param because  what is known; may be empty where the answer is not
/// @param open     what is not known; empty where the answer is
record Concern(Known answer, String because, String open) {

    static Concern yes(String because) {
        return new Concern(Known.YES, because, "");
    }

    static Concern no(String because) {
        return new Concern(Known.NO, because, "");
    }

    static Concern unknown(String open) {
        return new Concern(Known.UNKNOWN, "", open);
    }

    /// Whether a device of the case is on a market.
    ///
    /// @param market  which codes count
    /// @param name    "the United States"
    static Concern market(KnownInDepth known, Predicate<String> market, String name) {
        if (known.known().due().dossier().productKind() == ProductKind.NON_DEVICE) {
            return no("The products of the case are said to be no medical devices.");
        }
        Set<String> markets = known.known().due().dossier().derived().markets();
        if (markets.isEmpty()) {
            return unknown("On which markets the products of the case are is not known of all of them.");
        }
        return markets.stream().anyMatch(market)
                ? yes("A product of the case is on the market of %s.".formatted(name))
                : no("No product of the case is on the market of %s.".formatted(name));
    }

    /// The graver of two: what is excluded by one is excluded, and what one does not know is not known.
    Concern and(Concern other) {
        if (answer == Known.NO || other.answer == Known.NO) {
            return answer == Known.NO ? this : other;
        }
        return new Concern(
                answer == Known.YES ? other.answer : answer, joined(because, other.because), joined(open, other.open));
    }

    private static String joined(String one, String other) {
        return (one + " " + other).strip();
    }

    boolean excluded() {
        return answer == Known.NO;
    }

    /// Puts it into the item 0.
    ///
    /// @param label  what the draft is and what it is not
    void into(FilledForm form, String label) {
        String word = switch (answer) {
            case YES -> "It concerns the case.";
            case NO -> "It does not concern the case.";
            case UNKNOWN -> "It is drafted as if it concerned the case.";
        };
        form.put("0", label + "\n" + joined(word, because));
        form.lack("0", open.isEmpty() ? null : open);
    }
}

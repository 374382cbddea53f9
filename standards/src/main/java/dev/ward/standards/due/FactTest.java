package dev.ward.standards.due;

import dev.ward.standards.due.ClockRule.EvidenceName;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.Determination;
import dev.ward.standards.due.DueFacts.ExploitationState;
import dev.ward.standards.due.DueFacts.ProductKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question to the facts of a case that a set of rules may ask. What is not known is never taken for
/// the better.
public sealed interface FactTest permits FactTest.Plain, EvidenceTest {

    Checked check(CaseKnown known);

    /// @param because  in words
    record Checked(ConditionState state, String because) {

        static Checked unknown(String because) {
            return new Checked(ConditionState.UNPROVABLE, because);
        }
    }

    /// A question of yes, no or unknown.
    sealed interface Plain extends FactTest {}

    /// Whether the product is on one of these markets.
    record Market(List<String> codes) implements Plain {

        @Override
        public Checked check(CaseKnown known) {
            Set<String> markets = known.facts.markets();
            if (markets.isEmpty()) {
                return Checked.unknown("nothing is said of the markets");
            }
            return new Checked(
                    ConditionState.of(codes.stream().anyMatch(markets::contains)),
                    "markets: " + String.join(", ", markets.stream().sorted().toList()));
        }
    }

    record Kind(ProductKind kind) implements Plain {

        @Override
        public Checked check(CaseKnown known) {
            ProductKind said = known.facts.productKind();
            return said == null
                    ? Checked.unknown("nothing is said of the kind of product")
                    : new Checked(ConditionState.of(said == kind), "the product is a " + DueFacts.key(said));
        }
    }

    record DeviceClass(List<String> classes) implements Plain {

        @Override
        public Checked check(CaseKnown known) {
            String said = known.facts.deviceClass();
            return said == null
                    ? Checked.unknown("nothing is said of the device's class")
                    : new Checked(ConditionState.of(classes.contains(said)), "class " + said);
        }
    }

    record Determined(Determination determination) implements Plain {

        @Override
        public Checked check(CaseKnown known) {
            Determination said = known.facts.determination();
            return said == Determination.UNKNOWN
                    ? Checked.unknown("nobody has determined the risk of patient harm")
                    : new Checked(
                            ConditionState.of(said == determination),
                            "the risk of patient harm is " + DueFacts.key(said));
        }
    }

    /// Whether a correction or removal was initiated.
    ///
    /// @param otherwise  whose first stands for it while nobody says when it was
    record Initiated(List<EvidenceName> otherwise) implements Plain {

        public Initiated {
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public Checked check(CaseKnown known) {
            CaseKnown.Dated initiated = known.initiated(otherwise);
            if (initiated != null) {
                return new Checked(
                        ConditionState.MET,
                        "%s %s".formatted(initiated.because(), initiated.at().text()));
            }
            return otherwise.stream()
                    .filter(name -> !known.evidence(name).isEmpty())
                    .findFirst()
                    .map(name -> Checked.unknown("nobody said when it was initiated, nor the date of " + name))
                    .orElse(new Checked(ConditionState.NOT_MET, "no correction or removal was initiated"));
        }
    }

    /// Whether the vulnerability is exploited.
    record Exploited() implements Plain {

        @Override
        public Checked check(CaseKnown known) {
            return switch (known.facts.exploitation().state()) {
                case ACTIVE -> new Checked(ConditionState.MET, "it is actively exploited");
                case NONE -> new Checked(ConditionState.NOT_MET, "no exploitation is known");
                case SUSPECTED -> Checked.unknown("exploitation is suspected");
                case UNKNOWN -> Checked.unknown("nothing is said of exploitation");
            };
        }

        static boolean isActive(DueFacts facts) {
            return facts.exploitation().state() == ExploitationState.ACTIVE;
        }
    }

    /// Whether there was an event of one of these kinds.
    ///
    /// @param counted  the associations that make it one; an association that is not known leaves it
    ///                 open
    record Event(List<String> kinds, Set<Association> counted) implements Plain {

        public Event {
            kinds = List.copyOf(kinds);
            counted = Set.copyOf(counted);
        }

        @Override
        public Checked check(CaseKnown known) {
            Checked found = new Checked(ConditionState.NOT_MET, "no %s is known".formatted(String.join(" or ", kinds)));
            for (DueFacts.AdverseEvent event : known.facts.adverseEvents()) {
                if (!kinds.contains(event.kind()) || event.association() == Association.RULED_OUT) {
                    continue;
                }
                if (counted.contains(event.association())) {
                    return new Checked(ConditionState.MET, text(event));
                }
                found = Checked.unknown(text(event));
            }
            return found;
        }

        static String text(DueFacts.AdverseEvent event) {
            return "%s, %s"
                    .formatted(event.kind(), DueFacts.key(event.association()).replace('-', ' '));
        }
    }

    /// Whether somebody declared to know under a regime, or for one of its clocks.
    record Aware(String regime) implements Plain {

        @Override
        public Checked check(CaseKnown known) {
            return known.awareness(regime).stream()
                    .findFirst()
                    .map(awareness -> new Checked(
                            ConditionState.MET,
                            "awareness under %s was declared for %s"
                                    .formatted(regime, awareness.at().text())))
                    .orElse(new Checked(ConditionState.NOT_MET, "nobody declared awareness under " + regime));
        }
    }

    /// Whether one of these was done, in time or not. One without a date, or older than what it is to
    /// answer, proves nothing.
    ///
    /// @param since  the regime whose first declaration of awareness it may not lie before; empty for
    ///               any day
    record Done(List<EvidenceName> names, String since) implements Plain {

        public Done {
            names = List.copyOf(names);
        }

        @Override
        public Checked check(CaseKnown known) {
            Checked found = new Checked(
                    ConditionState.NOT_MET,
                    "no "
                            + String.join(
                                    " or ",
                                    names.stream().map(EvidenceName::toString).toList()));
            for (EvidenceName name : names) {
                for (DueFacts.Evidence evidence : known.evidence(name)) {
                    Checked one = check(known, name, evidence.at());
                    if (one.state() == ConditionState.MET) {
                        return one;
                    }
                    found = one;
                }
            }
            return found;
        }

        private Checked check(CaseKnown known, EvidenceName name, @Nullable Moment at) {
            if (at == null) {
                return Checked.unknown(name + ", its date not known");
            }
            if (known.facts.isSince(since, at)) {
                return new Checked(ConditionState.MET, "%s %s".formatted(name, at.text()));
            }
            return Checked.unknown("%s %s: nothing shows that it does not lie before awareness under %s"
                    .formatted(name, at.text(), since));
        }
    }

    /// Whether another set of rules came to one of these outcomes; not known where it is not certain of
    /// it or was not asked.
    record OutcomeOf(String ruleSet, List<String> outcomes) implements Plain {

        public OutcomeOf {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public Checked check(CaseKnown known) {
            RuleSetResult result = known.result(ruleSet);
            if (result == null) {
                return Checked.unknown(ruleSet + " was not asked");
            }
            long fitting = result.possible().stream()
                    .filter(outcome -> outcomes.contains(outcome.key()))
                    .count();
            String because = "%s: %s".formatted(ruleSet, result.outcome().name());
            if (fitting == 0) {
                return new Checked(ConditionState.NOT_MET, because);
            }
            return fitting == result.possible().size()
                    ? new Checked(ConditionState.MET, because)
                    : Checked.unknown(because + ", not certain");
        }
    }
}

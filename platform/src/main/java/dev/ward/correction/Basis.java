package dev.ward.correction;

import dev.ward.signature.CanonicalRecord;
import dev.ward.standards.due.DueFacts.Determination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that is known of a case on which it rests what a change is. One that is not the same any more
/// takes the ground from under what was signed.
///
/// @param determination  of the risk of patient harm
/// @param annual         whether a change belongs into an annual report
/// @param facts          in their order
public record Basis(Determination determination, AnnualReport annual, List<Fact> facts) {

    public Basis {
        facts = List.copyOf(facts);
    }

    /// @param id     by which it is the same fact, however it is called
    /// @param kind   what of it may stand against a routine update
    /// @param title  as people call it
    /// @param value  as it stands
    public record Fact(String id, Kind kind, String title, String value) {}

    /// What kind of fact it is.
    public enum Kind {
        DETERMINATION,
        DECISION,
        CLASS,
        /// A death or an injury, with what clinical safety says of it.
        HARM,
        /// Another event.
        EVENT,
        SERIOUS_HARM,
        OTHER_HARM
    }

    /// As it is signed and kept.
    String canonical() {
        return CanonicalRecord.of(this);
    }

    /// By which a person signs what was shown, and nothing else.
    public String digest() {
        return CanonicalRecord.sha256(canonical());
    }

    static Basis parse(String canonical) {
        return CanonicalRecord.parse(canonical, Basis.class);
    }

    /// What became of the facts since, each in a sentence; empty when all are the same.
    List<String> changes(Basis now) {
        Map<String, Fact> before = byId();
        Map<String, Fact> after = now.byId();
        List<String> changes = new ArrayList<>();
        before.forEach((id, fact) -> {
            Fact other = after.get(id);
            if (other == null) {
                changes.add("%s: \"%s\" does not hold any more.".formatted(fact.title(), fact.value()));
            } else if (!other.value().equals(fact.value())) {
                changes.add("%s: \"%s\" became \"%s\".".formatted(fact.title(), fact.value(), other.value()));
            }
        });
        after.forEach((id, fact) -> {
            if (!before.containsKey(id)) {
                changes.add("%s: \"%s\" is new.".formatted(fact.title(), fact.value()));
            }
        });
        return changes;
    }

    private Map<String, Fact> byId() {
        Map<String, Fact> all = new LinkedHashMap<>();
        facts.forEach(fact -> all.put(fact.id(), fact));
        return all;
    }
}

package dev.ward.regulation.web;

import dev.ward.regulation.RuleChange;
import dev.ward.regulation.RuleRows;
import dev.ward.regulation.RuleVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version of a set of rules to be read.
///
/// @param before   the version that it follows; null for the first
/// @param changes  in which it differs from that
public record RuleVersionView(
        RuleVersion version, RuleRows table, @Nullable String before, List<RuleChange> changes) {

    public RuleVersionView {
        changes = List.copyOf(changes);
    }

    /// @param versions  of one set, the newest first
    static List<RuleVersionView> of(List<RuleVersion> versions) {
        List<RuleVersionView> all = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            RuleVersion one = versions.get(i);
            RuleVersion before = i + 1 < versions.size() ? versions.get(i + 1) : null;
            all.add(new RuleVersionView(
                    one,
                    RuleRows.of(one.ruleSet()),
                    before == null ? null : before.ruleSet().version(),
                    before == null ? List.of() : RuleChange.between(before.ruleSet(), one.ruleSet())));
        }
        return List.copyOf(all);
    }
}

package dev.ward.assessment;

import dev.ward.rule.RuleColumn;
import dev.ward.rule.RuleColumn.Choice;
import dev.ward.rule.RuleKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The policy that says which findings security may disposition alone in bulk. It decides nothing before
/// both disciplines have signed a version of it.
@Component
@Order(3)
class ScreeningPolicy implements RuleKind {

    static final String CONTROLLED = "CONTROLLED";
    static final String NONE = "NONE";
    static final String ANY = "ANY";

    private static final List<RuleColumn> COLUMNS = List.of(
            new RuleColumn("Rule", List.of(), false),
            new RuleColumn(
                    "Says",
                    Stream.concat(
                                    Arrays.stream(Justification.values())
                                            .map(one -> new Choice(one.name(), "Not affected: " + one.title())),
                                    Stream.of(new Choice(CONTROLLED, "Risk is controlled")))
                            .toList(),
                    false),
            new RuleColumn(
                    "Path to an essential function",
                    List.of(new Choice(ANY, "Not asked"), new Choice(NONE, "None, said with a reason")),
                    false),
            new RuleColumn(
                    "Exploitation",
                    List.of(
                            new Choice("NONE_SAID", "A source says that there is none"),
                            new Choice("NONE_KNOWN", "No source knows of any"),
                            new Choice("NOT_ACTIVE", "Not active; a proof of concept may be known")),
                    false),
            new RuleColumn(
                    "CVSS at most",
                    List.of(
                            new Choice(ANY, "Not asked"),
                            new Choice("3.9", "3.9, low"),
                            new Choice("6.9", "6.9, medium"),
                            new Choice("8.9", "8.9, high")),
                    false),
            new RuleColumn(
                    "Look again after",
                    List.of(
                            new Choice("30", "30 days"),
                            new Choice("90", "90 days"),
                            new Choice("180", "180 days"),
                            new Choice("365", "365 days")),
                    false),
            new RuleColumn(
                    "Sample for clinical safety",
                    List.of(
                            new Choice("5", "5 %"),
                            new Choice("10", "10 %"),
                            new Choice("20", "20 %"),
                            new Choice("100", "All")),
                    false));

    @Override
    public String key() {
        return "screening";
    }

    @Override
    public String title() {
        return "Screening policy";
    }

    @Override
    public String purpose() {
        return "Says which findings security may disposition alone, in bulk. What no rule names is assessed by both disciplines,"
                + " and what is known to be exploited always is.";
    }

    @Override
    public List<RuleColumn> columns() {
        return COLUMNS;
    }

    @Override
    public boolean growing() {
        return true;
    }

    @Override
    public boolean actsUnsigned() {
        return false;
    }

    @Override
    public List<List<String>> shipped() {
        return List.of(
                List.of("Component is not in the product", "COMPONENT_NOT_PRESENT", ANY, "NONE_KNOWN", ANY, "180", "5"),
                List.of(
                        "Vulnerable code is not in it",
                        "VULNERABLE_CODE_NOT_PRESENT",
                        ANY,
                        "NONE_KNOWN",
                        ANY,
                        "180",
                        "5"),
                List.of("No path to an essential function", CONTROLLED, NONE, "NONE_KNOWN", "8.9", "90", "5"));
    }

    @Override
    public String id(int version) {
        return (version == 1 ? "ward" : "own") + ":SCREENING:" + version + ".0.0";
    }

    @Override
    public void check(List<List<String>> rows) {
        Set<String> names = new HashSet<>();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A policy has a rule at least");
        }
        for (List<String> row : rows) {
            String name = row.getFirst();
            if (name.isEmpty() || !names.add(name)) {
                throw new IllegalArgumentException(
                        name.isEmpty() ? "A rule has no name" : "Two rules are called \"%s\"".formatted(name));
            }
            if (row.get(1).equals(CONTROLLED) && !row.get(2).equals(NONE)) {
                throw new IllegalArgumentException(
                        "\"%s\" calls the risk controlled without asking that no essential function depends on the component"
                                .formatted(name));
            }
        }
    }
}

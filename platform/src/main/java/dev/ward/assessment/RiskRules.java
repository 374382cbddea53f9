package dev.ward.assessment;

import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import dev.ward.rule.RuleSets;
import dev.ward.standards.decision.DecisionTable;
import dev.ward.standards.risk.RiskTable;
import dev.ward.web.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Gives the tables by which a judgement is made: those in force, and those of a decision.
@Component
class RiskRules {

    private static final TableKind MATRIX = new TableKind(
            "risk-matrix",
            "Risk matrix",
            "Says for each exploitability and each severity of patient harm whether the risk is controlled.",
            RiskTable.MATRIX.table());
    private static final TableKind EXPLOITABILITY = new TableKind(
            "exploitability",
            "Table of exploitability",
            "Says how exploitable a vulnerability is, by what is known of its exploitation and what it asks of an attacker.",
            RiskTable.EXPLOITABILITY.table());

    private final RuleSets rules;

    RiskRules(RuleSets rules) {
        this.rules = rules;
    }

    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        @Order(1)
        RuleKind riskMatrix() {
            return MATRIX;
        }

        @Bean
        @Order(2)
        RuleKind exploitabilityTable() {
            return EXPLOITABILITY;
        }
    }

    RiskTables inForce() {
        return new RiskTables(inForce(EXPLOITABILITY), inForce(MATRIX));
    }

    private DecisionTable inForce(TableKind kind) {
        return table(kind, rules.inForce(kind).orElseThrow());
    }

    private static DecisionTable table(TableKind kind, RuleSet version) {
        return version.id() == null ? kind.table() : kind.of(kind.id(version.version()), version.rows());
    }

    /// The tables of a decision; empty when one of them is not here.
    ///
    /// @param ids  as [RiskTables#ids] gave them
    Optional<RiskTables> of(List<String> ids) {
        if (ids.size() != RiskTables.SHIPPED.ids().size()) {
            return Optional.empty();
        }
        Optional<DecisionTable> exploitability = find(EXPLOITABILITY, ids.getFirst());
        Optional<DecisionTable> matrix = find(MATRIX, ids.get(1));
        return exploitability
                .flatMap(one -> matrix.map(other -> new RiskTables(one, other)))
                .filter(tables -> tables.ids().equals(ids));
    }

    private Optional<DecisionTable> find(TableKind kind, String id) {
        OptionalInt version = kind.version(id);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(table(kind, rules.get(kind, version.getAsInt())));
        } catch (ProblemException e) {
            return Optional.empty(); // a decision of another installation
        }
    }
}

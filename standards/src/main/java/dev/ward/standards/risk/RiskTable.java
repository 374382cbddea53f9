package dev.ward.standards.risk;

import dev.ward.standards.decision.DecisionTable;
import dev.ward.standards.decision.DecisionTableReader;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A decision table that a manufacturer begins with, until it has its own.
///
/// Source: FDA, Postmarket Management of Cybersecurity in Medical Devices (2016), VI; the values are ours.
public enum RiskTable {
    EXPLOITABILITY("exploitability-1.0.0.tsv"),
    /// Exploitability and severity of patient harm (ISO 14971, five levels): controlled or not.
    MATRIX("risk-matrix-1.0.0.tsv");

    private final String resource;

    RiskTable(String resource) {
        this.resource = resource;
    }

    public DecisionTable table() {
        return Objects.requireNonNull(Tables.READ.get(this));
    }

    /// Read when the first of them is asked for.
    private static final class Tables {

        static final Map<RiskTable, DecisionTable> READ = Stream.of(values())
                .collect(Collectors.toUnmodifiableMap(
                        table -> table, table -> DecisionTableReader.resource(RiskTable.class, table.resource)));
    }
}

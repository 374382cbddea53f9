package dev.ward.standards.ssvc;

import dev.ward.standards.decision.DecisionTable;
import dev.ward.standards.decision.DecisionTableReader;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A decision table of SSVC in the version that is used.
///
/// Source: CERT/CC, SSVC, decision tables.
public enum SsvcTable {
    /// How soon a supplier develops a patch.
    SUPPLIER_PATCH_DEVELOPMENT("supplier-patch-development-1.0.0.tsv"),
    /// How soon a deployer applies it.
    DEPLOYER_PATCH_APPLICATION("deployer-patch-application-1.0.0.tsv"),
    UTILITY("utility-1.0.0.tsv"),
    HUMAN_IMPACT("human-impact-1.0.0.tsv"),
    PUBLIC_SAFETY_IMPACT("public-safety-impact-1.0.0.tsv"),
    /// Whether a coordinator takes part.
    COORDINATOR_TRIAGE("coordinator-triage-1.0.0.tsv"),
    /// Whether a coordinator publishes.
    COORDINATOR_PUBLISH("coordinator-publish-1.0.0.tsv"),
    CISA_COORDINATOR("cisa-coordinator-2.0.3.tsv"),
    CISA_BOD_26_04("cisa-bod-26-04-1.0.0.tsv");

    private final String resource;

    SsvcTable(String resource) {
        this.resource = resource;
    }

    public DecisionTable table() {
        return Objects.requireNonNull(Tables.READ.get(this));
    }

    /// Read when the first of them is asked for.
    private static final class Tables {

        static final Map<SsvcTable, DecisionTable> READ = Stream.of(values())
                .collect(Collectors.toUnmodifiableMap(
                        table -> table, table -> DecisionTableReader.resource(SsvcTable.class, table.resource)));
    }
}

package dev.ward.assessment;

import dev.ward.standards.decision.DecisionTable;
import dev.ward.standards.risk.RiskTable;
import dev.ward.standards.ssvc.SsvcTable;
import java.util.List;

/// The tables by which a judgement is made, each in one of its versions.
///
/// @param exploitability  over exploitation and the rubric's AV, AC, PR and UI
/// @param matrix          over exploitability and severity of patient harm
record RiskTables(DecisionTable exploitability, DecisionTable matrix) {

    /// Those with which a manufacturer begins.
    static final RiskTables SHIPPED = new RiskTables(RiskTable.EXPLOITABILITY.table(), RiskTable.MATRIX.table());

    /// Their ids, with their versions.
    List<String> ids() {
        return List.of(
                exploitability.id(), matrix.id(), supplier().id(), utility().id());
    }

    /// How soon a supplier develops a patch, by SSVC.
    static DecisionTable supplier() {
        return SsvcTable.SUPPLIER_PATCH_DEVELOPMENT.table();
    }

    /// What an attacker gains, by SSVC.
    static DecisionTable utility() {
        return SsvcTable.UTILITY.table();
    }
}

package dev.ward.assessment;

import dev.ward.performance.HarmSeverity;
import java.util.Comparator;

/// A risk as a place in the matrix.
///
/// @param exploitability  of what is no attack, how likely it is, in the same classes
public record ControlRisk(Exploitability exploitability, HarmSeverity harm) {

    /// What the matrix says of it: "Uncontrolled, by judgement".
    public String words(Matrix matrix) {
        return matrix.cell(exploitability, harm).words();
    }

    /// Whether it is greater than another one: by what the matrix says, then by harm, then by how likely it
    /// is.
    public boolean exceeds(ControlRisk other, Matrix matrix) {
        return Comparator.comparingInt((ControlRisk risk) -> risk.gravity(matrix))
                        .thenComparing(ControlRisk::harm)
                        .thenComparing(ControlRisk::exploitability)
                        .compare(this, other)
                > 0;
    }

    private int gravity(Matrix matrix) {
        Matrix.Cell cell = matrix.cell(exploitability, harm);
        int gravity = cell.controlled() ? 0 : 3;
        return cell.judgement() ? (cell.controlled() ? 1 : 2) : gravity;
    }
}

package dev.ward.assessment.web;

import dev.ward.assessment.Exploitability;
import dev.ward.assessment.Matrix;
import dev.ward.assessment.RiskCount;
import dev.ward.assessment.RiskDecision;
import dev.ward.assessment.Verdict;
import dev.ward.performance.HarmSeverity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The risk matrix as it is drawn: the most exploitable above, the worst harm on the right.
///
/// @param id    of the matrix, with its version
/// @param name  of the matrix
public record MatrixView(String id, String name, List<HarmSeverity> harms, List<Line> lines) {

    public record Line(Exploitability exploitability, List<Cell> cells) {}

    /// @param words     what the cell says: "Uncontrolled, by judgement"
    /// @param isBefore  whether the risk without controls is here
    /// @param isAfter   whether the risk with them is here
    /// @param decided   how many decisions stand here; 0 where none are counted
    /// @param otherwise how many of them judged otherwise than the cell says at first
    /// @param outdated  how many of them are to be decided anew
    /// @param named     which they are; some, when there are many
    public record Cell(
            HarmSeverity harm,
            String words,
            boolean controlled,
            boolean judgement,
            boolean isBefore,
            boolean isAfter,
            long decided,
            long otherwise,
            long outdated,
            List<RiskDecision> named) {}

    /// As a risk stands in it.
    static MatrixView of(Matrix matrix, @Nullable Place before, @Nullable Place after) {
        return of(matrix, before, after, List.of(), List.of());
    }

    /// With what stands in each cell.
    static MatrixView of(Matrix matrix, List<RiskCount> counts, List<RiskDecision> named) {
        return of(matrix, null, null, counts, named);
    }

    private static MatrixView of(
            Matrix matrix,
            @Nullable Place before,
            @Nullable Place after,
            List<RiskCount> counts,
            List<RiskDecision> named) {
        List<Line> lines = new ArrayList<>();
        for (Exploitability exploitability : List.of(Exploitability.HIGH, Exploitability.MEDIUM, Exploitability.LOW)) {
            lines.add(new Line(
                    exploitability,
                    Arrays.stream(HarmSeverity.values())
                            .map(harm -> cell(matrix, new Place(exploitability, harm), before, after, counts, named))
                            .toList()));
        }
        return new MatrixView(matrix.id(), matrix.name(), List.of(HarmSeverity.values()), lines);
    }

    record Place(Exploitability exploitability, HarmSeverity harm) {}

    private static Cell cell(
            Matrix matrix,
            Place place,
            @Nullable Place before,
            @Nullable Place after,
            List<RiskCount> counts,
            List<RiskDecision> named) {
        Matrix.Cell says = matrix.cell(place.exploitability(), place.harm());
        List<RiskCount> here = counts.stream()
                .filter(count -> count.exploitability() == place.exploitability() && count.harm() == place.harm())
                .toList();
        Verdict usual = says.controlled() ? Verdict.CONTROLLED : Verdict.UNCONTROLLED;
        return new Cell(
                place.harm(),
                says.words(),
                says.controlled(),
                says.judgement(),
                place.equals(before),
                place.equals(after),
                here.stream().mapToLong(RiskCount::decisions).sum(),
                here.stream()
                        .filter(count -> count.verdict() != usual)
                        .mapToLong(RiskCount::decisions)
                        .sum(),
                here.stream().mapToLong(RiskCount::outdated).sum(),
                named.stream()
                        .filter(one -> one.exploitability() == place.exploitability() && one.harm() == place.harm())
                        .toList());
    }
}

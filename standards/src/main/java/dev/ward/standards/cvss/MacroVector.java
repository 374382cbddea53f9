package dev.ward.standards.cvss;

import dev.ward.standards.input.TableResource;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The six equivalence levels of a CVSS 4.0 vector, 0 the most severe.
///
/// Source: CVSS v4.0, 8.
record MacroVector(int eq1, int eq2, int eq3, int eq4, int eq5, int eq6) {

    private static final Map<MacroVector, BigDecimal> SCORES = readScores();

    static MacroVector of(EffectiveMetrics metrics) {
        boolean network = metrics.is("AV", "N");
        boolean noPrivileges = metrics.is("PR", "N");
        boolean noUser = metrics.is("UI", "N");
        boolean someEasy = !metrics.is("AV", "P") && (network || noPrivileges || noUser);
        int eq1 = network && noPrivileges && noUser ? 0 : someEasy ? 1 : 2;
        int eq2 = metrics.is("AC", "L") && metrics.is("AT", "N") ? 0 : 1;
        boolean confidential = metrics.is("VC", "H");
        boolean integer = metrics.is("VI", "H");
        boolean available = metrics.is("VA", "H");
        int eq3 = confidential && integer ? 0 : confidential || integer || available ? 1 : 2;
        boolean safety = metrics.is("SI", "S") || metrics.is("SA", "S");
        boolean subsequent = metrics.is("SC", "H") || metrics.is("SI", "H") || metrics.is("SA", "H");
        int eq4 = safety ? 0 : subsequent ? 1 : 2;
        int eq5 = metrics.is("E", "A") ? 0 : metrics.is("E", "P") ? 1 : 2;
        boolean required = (confidential && metrics.is("CR", "H"))
                || (integer && metrics.is("IR", "H"))
                || (available && metrics.is("AR", "H"));
        return new MacroVector(eq1, eq2, eq3, eq4, eq5, required ? 0 : 1);
    }

    /// The score of the macrovector; null when there is no such macrovector.
    @Nullable
    BigDecimal score() {
        return SCORES.get(this);
    }

    private static Map<MacroVector, BigDecimal> readScores() {
        Map<MacroVector, BigDecimal> scores = new HashMap<>();
        for (List<String> words : TableResource.words(MacroVector.class, "macrovectors-4.0.txt")) {
            int[] level = words.get(0).chars().map(c -> c - '0').toArray();
            for (int i = 0; i < 6; i++) {
                if (!words.get(i + 1).equals("-")) {
                    scores.put(
                            new MacroVector(level[0], level[1], level[2], level[3], i / 2, i % 2),
                            new BigDecimal(words.get(i + 1)));
                }
            }
        }
        return Map.copyOf(scores);
    }
}

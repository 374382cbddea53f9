package dev.ward.standards.cvss;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The scoring of CVSS 4.0: the macrovector's score, less the mean of how far the vector lies below the severest
/// vector of each equivalence set. In exact decimals: binary ones round 5.65 down.
///
/// Source: CVSS v4.0, 8.
final class Cvss4Interpolation {

    private static final int DIGITS = 20;
    private static final int SURE_DIGITS = 10;

    private final EffectiveMetrics metrics;
    private final MacroVector macro;
    private final BigDecimal highest;
    private BigDecimal sum = BigDecimal.ZERO;
    private int lowerOnes;

    private Cvss4Interpolation(EffectiveMetrics metrics) {
        this.metrics = metrics;
        this.macro = MacroVector.of(metrics);
        this.highest = Objects.requireNonNull(macro.score());
    }

    static CvssScores scores(MetricValues metrics) {
        boolean hasThreat = metrics.defines(MetricGroup.TEMPORAL);
        boolean hasEnvironmental = metrics.defines(MetricGroup.ENVIRONMENTAL);
        double base = score(metrics.only(MetricGroup.BASE));
        Double threat = hasThreat ? score(metrics.only(MetricGroup.BASE, MetricGroup.TEMPORAL)) : null;
        Double environmental = hasEnvironmental ? score(metrics) : null;
        double overall = environmental != null ? environmental : threat != null ? threat : base;
        String label = "CVSS-B" + (hasThreat ? "T" : "") + (hasEnvironmental ? "E" : "");
        return new CvssScores(base, threat, environmental, overall, label);
    }

    private static double score(MetricValues metrics) {
        EffectiveMetrics effective = new EffectiveMetrics(metrics);
        return effective.hasNoImpact() ? 0.0 : new Cvss4Interpolation(effective).score();
    }

    private double score() {
        int one = macro.eq1();
        int two = macro.eq2();
        int three = macro.eq3();
        int four = macro.eq4();
        int five = macro.eq5();
        int six = macro.eq6();
        lower(new MacroVector(one + 1, two, three, four, five, six).score(), "EQ1", "" + one);
        lower(new MacroVector(one, two + 1, three, four, five, six).score(), "EQ2", "" + two);
        lower(below36(), "EQ36", "" + three + six);
        lower(new MacroVector(one, two, three, four + 1, five, six).score(), "EQ4", "" + four);
        // EQ5 has one value at each level, so nothing lies below its severest; it still counts in the mean.
        if (new MacroVector(one, two, three, four, five + 1, six).score() != null) {
            lowerOnes++;
        }
        BigDecimal mean = lowerOnes == 0
                ? BigDecimal.ZERO
                : sum.divide(BigDecimal.valueOf(lowerOnes), DIGITS, RoundingMode.HALF_UP);
        BigDecimal score = highest.subtract(mean).max(BigDecimal.ZERO).min(BigDecimal.TEN);
        return score.setScale(SURE_DIGITS, RoundingMode.HALF_UP)
                .setScale(1, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /// The next lower level of EQ3 and EQ6 together; where two are next, the higher score of them.
    private @Nullable BigDecimal below36() {
        BigDecimal below3 = with36(macro.eq3() + 1, macro.eq6());
        BigDecimal below6 = with36(macro.eq3(), macro.eq6() + 1);
        if (below3 == null || below6 == null) {
            return below3 == null ? below6 : below3;
        }
        return below3.max(below6);
    }

    private @Nullable BigDecimal with36(int eq3, int eq6) {
        return new MacroVector(macro.eq1(), macro.eq2(), eq3, macro.eq4(), macro.eq5(), eq6).score();
    }

    private void lower(@Nullable BigDecimal next, String set, String level) {
        if (next == null) {
            return;
        }
        EquivalenceLevel equivalence = EquivalenceLevel.of(set, level);
        BigDecimal distance = BigDecimal.valueOf(equivalence.distance(metrics));
        BigDecimal share = distance.divide(BigDecimal.valueOf(equivalence.depth()), DIGITS, RoundingMode.HALF_UP);
        sum = sum.add(highest.subtract(next).multiply(share));
        lowerOnes++;
    }
}

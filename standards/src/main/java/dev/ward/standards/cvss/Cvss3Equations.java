package dev.ward.standards.cvss;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;

/// The equations of CVSS 3.0 and 3.1, in exact decimals.
///
/// The two differ in the impact of a changed scope in the environment, and in rounding: 3.1 drops what is beyond the
/// fifth decimal before it rounds up.
///
/// Source: CVSS v3.0, 8; CVSS v3.1, 7 and appendix A.
final class Cvss3Equations {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal MOST_IMPACT = new BigDecimal("0.915");

    private final MetricValues metrics;
    private final boolean is31;

    private Cvss3Equations(MetricValues metrics) {
        this.metrics = metrics;
        this.is31 = metrics.version() == CvssVersion.V3_1;
    }

    static CvssScores scores(MetricValues metrics) {
        Cvss3Equations equations = new Cvss3Equations(metrics);
        BigDecimal base = equations.base();
        BigDecimal temporal = equations.temporal(base);
        boolean hasEnvironmental = metrics.defines(MetricGroup.ENVIRONMENTAL);
        BigDecimal overall = hasEnvironmental ? equations.environmental() : temporal;
        return new CvssScores(
                base.doubleValue(),
                metrics.defines(MetricGroup.TEMPORAL) ? temporal.doubleValue() : null,
                hasEnvironmental ? overall.doubleValue() : null,
                overall.doubleValue(),
                null);
    }

    /// What the environmental equation yields, whether the vector defines an environmental metric or not. Of 3.1
    /// and a changed scope it is not always the temporal score, though nothing be defined.
    static double environmental(MetricValues metrics) {
        return new Cvss3Equations(metrics).environmental().doubleValue();
    }

    private BigDecimal base() {
        BigDecimal left = ONE;
        for (String metric : new String[] {"C", "I", "A"}) {
            left = left.multiply(ONE.subtract(metrics.weight(metric)));
        }
        BigDecimal loss = ONE.subtract(left);
        boolean changed = metrics.value("S").equals("C");
        BigDecimal impact = changed ? changedImpact(loss, loss, 15) : impact(loss);
        return combine(impact, exploitability(changed, metrics::value), changed);
    }

    private BigDecimal environmental() {
        BigDecimal left = ONE;
        for (String metric : new String[] {"C", "I", "A"}) {
            left = left.multiply(ONE.subtract(metrics.modifiedWeight(metric).multiply(metrics.weight(metric + "R"))));
        }
        BigDecimal loss = ONE.subtract(left).min(MOST_IMPACT);
        boolean changed = metrics.modified("S").equals("C");
        BigDecimal impact;
        if (!changed) {
            impact = impact(loss);
        } else if (is31) {
            impact = changedImpact(loss, loss.multiply(new BigDecimal("0.9731")), 13);
        } else {
            impact = changedImpact(loss, loss, 15);
        }
        return temporal(combine(impact, exploitability(changed, metrics::modified), changed));
    }

    private static BigDecimal impact(BigDecimal loss) {
        return new BigDecimal("6.42").multiply(loss);
    }

    private static BigDecimal changedImpact(BigDecimal loss, BigDecimal dampedLoss, int power) {
        BigDecimal damping = dampedLoss.subtract(new BigDecimal("0.02")).pow(power);
        return new BigDecimal("7.52")
                .multiply(loss.subtract(new BigDecimal("0.029")))
                .subtract(new BigDecimal("3.25").multiply(damping));
    }

    private BigDecimal exploitability(boolean changed, UnaryOperator<String> value) {
        BigDecimal product = new BigDecimal("8.22");
        for (String metric : new String[] {"AV", "AC", "UI"}) {
            product = product.multiply(metrics.weight(metric, value.apply(metric)));
        }
        String privileges = value.apply("PR");
        return product.multiply(
                changed
                        ? switch (privileges) {
                            case "L" -> new BigDecimal("0.68");
                            case "H" -> new BigDecimal("0.5");
                            default -> metrics.weight("PR", privileges);
                        }
                        : metrics.weight("PR", privileges));
    }

    private BigDecimal combine(BigDecimal impact, BigDecimal exploitability, boolean changed) {
        if (impact.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal sum = impact.add(exploitability);
        return roundUp((changed ? sum.multiply(new BigDecimal("1.08")) : sum).min(BigDecimal.TEN));
    }

    private BigDecimal temporal(BigDecimal score) {
        return roundUp(score.multiply(metrics.weight("E"))
                .multiply(metrics.weight("RL"))
                .multiply(metrics.weight("RC")));
    }

    private BigDecimal roundUp(BigDecimal score) {
        BigDecimal rounded = is31 ? score.setScale(5, RoundingMode.HALF_UP) : score;
        return rounded.setScale(1, RoundingMode.CEILING);
    }
}

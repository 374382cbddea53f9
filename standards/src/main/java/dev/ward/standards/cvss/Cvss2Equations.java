package dev.ward.standards.cvss;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The equations of CVSS 2.0, in exact decimals: binary ones round 8.55 down.
///
/// Source: CVSS v2.0, 3.2.
final class Cvss2Equations {

    private static final BigDecimal TEN = BigDecimal.TEN;

    private Cvss2Equations() {}

    static CvssScores scores(MetricValues metrics) {
        BigDecimal base = base(metrics, impact(metrics, false));
        BigDecimal temporal = temporal(metrics, base);
        boolean hasTemporal = metrics.defines(MetricGroup.TEMPORAL);
        boolean hasEnvironmental = metrics.defines(MetricGroup.ENVIRONMENTAL);
        BigDecimal overall = hasEnvironmental ? environmental(metrics) : temporal;
        return new CvssScores(
                base.doubleValue(),
                hasTemporal ? temporal.doubleValue() : null,
                hasEnvironmental ? overall.doubleValue() : null,
                overall.doubleValue(),
                null);
    }

    private static BigDecimal impact(MetricValues metrics, boolean adjusted) {
        BigDecimal left = BigDecimal.ONE;
        for (String metric : new String[] {"C", "I", "A"}) {
            BigDecimal weight = metrics.weight(metric);
            BigDecimal requirement = adjusted ? metrics.weight(metric + "R") : BigDecimal.ONE;
            left = left.multiply(BigDecimal.ONE.subtract(weight.multiply(requirement)));
        }
        BigDecimal impact = new BigDecimal("10.41").multiply(BigDecimal.ONE.subtract(left));
        return adjusted ? impact.min(TEN) : impact;
    }

    private static BigDecimal base(MetricValues metrics, BigDecimal impact) {
        if (impact.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal exploitability = new BigDecimal("20")
                .multiply(metrics.weight("AV"))
                .multiply(metrics.weight("AC"))
                .multiply(metrics.weight("Au"));
        BigDecimal sum = new BigDecimal("0.6")
                .multiply(impact)
                .add(new BigDecimal("0.4").multiply(exploitability))
                .subtract(new BigDecimal("1.5"));
        return round(sum.multiply(new BigDecimal("1.176")));
    }

    private static BigDecimal temporal(MetricValues metrics, BigDecimal base) {
        return round(base.multiply(metrics.weight("E"))
                .multiply(metrics.weight("RL"))
                .multiply(metrics.weight("RC")));
    }

    private static BigDecimal environmental(MetricValues metrics) {
        BigDecimal adjusted = temporal(metrics, base(metrics, impact(metrics, true)));
        BigDecimal damage = TEN.subtract(adjusted).multiply(metrics.weight("CDP"));
        return round(adjusted.add(damage).multiply(metrics.weight("TD")));
    }

    private static BigDecimal round(BigDecimal score) {
        return score.setScale(1, RoundingMode.HALF_UP);
    }
}

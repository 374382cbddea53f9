package dev.ward.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule of the screening policy: which findings security may disposition alone, and as what.
///
/// @param justification  why they are not affected; null when the rule says that the risk is controlled
/// @param apart          whether somebody must have said of the component that no essential function
///                       depends on it
/// @param quiet          what must be known of exploitation
/// @param scoreAtMost    the CVSS score that is not exceeded; null when none is asked for
/// @param days           after which every row is looked at again
/// @param share          of the rows that the second discipline reads, in percent
public record ScreeningRule(
        String name,
        @Nullable Justification justification,
        boolean apart,
        Quiet quiet,
        @Nullable BigDecimal scoreAtMost,
        int days,
        int share) {

    /// What is known of exploitation. What CISA lists, and what is exploited now, is never screened.
    public enum Quiet {
        NONE_SAID,
        NONE_KNOWN,
        NOT_ACTIVE
    }

    public Verdict verdict() {
        return justification == null ? Verdict.CONTROLLED : Verdict.NOT_AFFECTED;
    }

    /// @param cells  of a row of the policy, which has been checked
    static ScreeningRule of(List<String> cells) {
        String says = cells.get(1);
        return new ScreeningRule(
                cells.getFirst(),
                says.equals(ScreeningPolicy.CONTROLLED) ? null : Justification.valueOf(says),
                cells.get(2).equals(ScreeningPolicy.NONE),
                Quiet.valueOf(cells.get(3)),
                cells.get(4).equals(ScreeningPolicy.ANY) ? null : new BigDecimal(cells.get(4)),
                Integer.parseInt(cells.get(5)),
                Integer.parseInt(cells.get(6)));
    }
}

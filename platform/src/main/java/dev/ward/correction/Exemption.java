package dev.ward.correction;

import dev.ward.web.Worded;

/// Corrections and removals that are not reported.
///
/// Source: 21 CFR 806.1(b).
public enum Exemption implements Worded {
    QUALITY_IMPROVEMENT(
            "806.1(b)(1): better performance or quality, which neither reduces a risk to health nor remedies a violation"),
    MARKET_WITHDRAWAL("806.1(b)(2): market withdrawal"),
    ROUTINE_SERVICING("806.1(b)(3): routine servicing"),
    STOCK_RECOVERY("806.1(b)(4): stock recovery");

    private final String title;

    Exemption(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

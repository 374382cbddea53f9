package dev.ward.assessment;

import dev.ward.web.Worded;

/// What can be done about a vulnerability in a product.
///
/// Source: AdvaMed, Medical Device Cybersecurity Principles, 1c.
public enum OptionKind implements Worded {
    FIX("Fix"),
    COMPENSATING_CONTROL("Compensating control"),
    ACCEPT_CONTROLLED("Accept the controlled risk"),
    WITHDRAW("Withdraw from use"),
    END_OF_SUPPORT("End support");

    private final String title;

    OptionKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// Whether it can bring an uncontrolled risk down. To accept, or to support no longer, leaves it as it is.
    boolean remediates() {
        return this != ACCEPT_CONTROLLED && this != END_OF_SUPPORT;
    }
}

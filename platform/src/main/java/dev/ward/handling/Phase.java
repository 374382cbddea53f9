package dev.ward.handling;

import dev.ward.web.Worded;

/// The phases of handling a vulnerability, in their order.
///
/// Source: ISO/IEC 30111, 7.1.
public enum Phase implements Worded {
    RECEIPT("Receipt"),
    VERIFICATION("Verification"),
    REMEDIATION_DEVELOPMENT("Remediation development"),
    RELEASE("Release"),
    POST_RELEASE("Post-release");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

package dev.ward.portal;

import dev.ward.web.Worded;

/// What became of a claim.
public enum ClaimState implements Worded {
    OPEN("Waits for an answer", "question", "medium"),
    ACCEPTED("Accepted", "done", "good"),
    REFUSED("Refused", "diamond", "critical"),
    WITHDRAWN("Withdrawn", "ring", "calm");

    private final String title;
    private final String shape;
    private final String tone;

    ClaimState(String title, String shape, String tone) {
        this.title = title;
        this.shape = shape;
        this.tone = tone;
    }

    @Override
    public String title() {
        return title;
    }

    /// The shape and tone of its badge.
    public String shape() {
        return shape;
    }

    public String tone() {
        return tone;
    }
}

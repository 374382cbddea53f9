package dev.ward.mail;

import dev.ward.web.Worded;

/// How far a message is.
public enum MailState implements Worded {
    WAITING("Waits"),
    SENT("Taken by the server"),
    GIVEN_UP("Given up");

    private final String title;

    MailState(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

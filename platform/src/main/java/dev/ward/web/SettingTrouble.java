package dev.ward.web;

/// A setting is not what it can be; the message names it, its value and what to write, for the person who starts Ward.
public final class SettingTrouble extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public SettingTrouble(String message) {
        super(message);
    }

    public SettingTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.ward.reach.web;

import dev.ward.device.DeviceStatus;
import dev.ward.web.Worded;
import java.util.Locale;

/// Codes as people read them.
public final class ReachWords {

    private ReachWords() {}

    /// "Germany" for `DE`.
    public static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /// "In use" for `in-use`.
    public static String status(String word) {
        return Worded.get(DeviceStatus.values(), word).title();
    }
}

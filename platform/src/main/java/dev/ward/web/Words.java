package dev.ward.web;

import java.util.Locale;

/// Numbers in sentences.
public final class Words {

    /// Lists are counted no further.
    public static final long MOST_COUNTED = 10_000;

    private Words() {}

    /// `12,345`
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// A number that was counted to `MOST_COUNTED` at most: `10,000+` when there are more.
    public static String bounded(long number) {
        return number > MOST_COUNTED ? number(MOST_COUNTED) + "+" : number(number);
    }

    /// "1 release", "27 releases".
    public static String counted(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }
}

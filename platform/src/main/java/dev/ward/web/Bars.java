package dev.ward.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Amounts drawn as bars from zero on one scale; the drawing is a table, so that whoever does not see it hears it.
/// Written by `web/bars.jte`.
///
/// @param title   the answer in a sentence
/// @param of      what each bar stands for: "Country"
/// @param what    what is counted: "Devices"
/// @param hollow  what the hollow part of a bar stands for: "Unknown release"; null when there are no hollow parts
public record Bars(
        String title, String of, String what, @Nullable String hollow, List<Bar> bars) {

    public Bars {
        bars = List.copyOf(bars);
    }

    /// @param path    of the list behind the number; null when there is none
    /// @param count   what the bar is long
    /// @param hollow  how much of it is drawn hollow; the whole bar says that nobody knows
    public record Bar(String word, @Nullable String path, long count, long hollow) {}

    private static final double WIDEST = 100;

    /// What all bars come to.
    public long sum() {
        return bars.stream().mapToLong(Bar::count).sum();
    }

    /// The length of an amount in the drawing, of 100; what is not nothing is seen.
    public double width(long count) {
        long most = bars.stream().mapToLong(Bar::count).max().orElse(0);
        return count == 0 ? 0 : Math.max(0.75, Math.round(WIDEST * count / Math.max(1, most) * 100) / 100.0);
    }

    /// "34%", "under 1%"; of the sum of all bars.
    public String share(Bar bar) {
        return share(bar.count(), sum());
    }

    /// A part of a whole in words; what is not all is never "100%", and what is not nothing never "0%".
    public static String share(long part, long whole) {
        if (part == 0 || whole == 0) {
            return "0%";
        }
        long percent = Math.round(100.0 * part / whole);
        if (percent == 0) {
            return "under 1%";
        }
        return percent == 100 && part < whole ? "over 99%" : percent + "%";
    }
}

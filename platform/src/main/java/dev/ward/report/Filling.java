package dev.ward.report;

import dev.ward.report.DraftItem.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An item of a form as it is filled, piece by piece.
public final class Filling {

    private static final String UNKNOWN = "not known";

    private final String number;
    private final String title;
    private final String source;
    private final List<Content> contents = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /// @param source  the field of Ward that it is taken from, in words
    public Filling(String number, String title, String source) {
        this.number = number;
        this.title = title;
        this.source = source;
    }

    public Filling words(String text) {
        contents.add(new Content.Words(text));
        return this;
    }

    /// A table; nothing when it has no rows.
    ///
    /// @param href  a page of Ward that shows where the rows are from; null for none
    public Filling table(
            List<String> columns, List<List<String>> rows, @Nullable String total, @Nullable String href) {
        if (!rows.isEmpty()) {
            contents.add(new Content.Table(columns, rows, total, href));
        }
        return this;
    }

    /// Notes something that is not known.
    public Filling lacks(String what) {
        missing.add(what);
        return this;
    }

    public Filling lacks(List<String> what) {
        missing.addAll(what);
        return this;
    }

    public Filling lacksIf(boolean unknown, String what) {
        return unknown ? lacks(what) : this;
    }

    public DraftItem item() {
        return new DraftItem(number, title, source, contents, missing.isEmpty() ? null : sentence());
    }

    private String sentence() {
        String all = String.join("; ", missing);
        return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + ".";
    }

    /// The value, or that it is not known.
    public static String or(@Nullable Object value) {
        return value == null ? UNKNOWN : value.toString();
    }

    /// "2026-01-02 to 2026-03-04"; one day when both are the same.
    public static String span(@Nullable Object first, @Nullable Object last) {
        if (first == null && last == null) {
            return UNKNOWN;
        }
        return first != null && first.equals(last) ? first.toString() : or(first) + " to " + or(last);
    }
}

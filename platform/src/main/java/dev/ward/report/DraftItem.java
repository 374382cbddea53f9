package dev.ward.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One item of a form.
///
/// @param number    as the form has it: `(c)(5)`, `B5`
/// @param source    the field of Ward that it is taken from, in words: "Product: proprietary name"
/// @param contents  what is known; may be there beside something that is missing
/// @param missing   what is not known and who can say it; null when the item is whole
public record DraftItem(
        String number,
        String title,
        String source,
        List<Content> contents,
        @Nullable String missing) {

    public DraftItem {
        contents = List.copyOf(contents);
    }

    private static final String OF_PART = " · ";

    /// The number of the item in a part of a form that is filled several times: `event 2 · B5`.
    static String within(String part, String number) {
        return part.isEmpty() ? number : part + OF_PART + number;
    }

    /// Its number without the part: `B5`.
    public String onForm() {
        return number.substring(number.contains(OF_PART) ? number.indexOf(OF_PART) + OF_PART.length() : 0);
    }

    /// What an item holds.
    public sealed interface Content {

        /// Text of one or more lines.
        record Words(String text) implements Content {}

        /// @param href  a page of Ward that shows where the rows are from; null for none
        record Table(
                List<String> columns,
                List<List<String>> rows,
                @Nullable String total,
                @Nullable String href) implements Content {

            public Table {
                columns = List.copyOf(columns);
                rows = rows.stream().map(List::copyOf).toList();
            }
        }
    }
}

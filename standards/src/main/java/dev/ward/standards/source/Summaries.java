package dev.ward.standards.source;

import java.util.List;

/// Makes one line of what a record tells of its vulnerability.
public final class Summaries {

    private static final int LONGEST = 300;

    private Summaries() {}

    /// The text's first line that is not blank, cut at 300 characters; empty when there is none.
    public static String firstLine(String text) {
        String line = text.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, cut(line))) + "…";
    }

    /// The English one of descriptions in several languages, else the first.
    public static String of(List<Field> descriptions) {
        String first = "";
        for (Field description : descriptions) {
            String text = firstLine(description.text("value"));
            if (description.text("lang").startsWith("en") && !text.isEmpty()) {
                return text;
            }
            first = first.isEmpty() ? text : first;
        }
        return first;
    }

    private static int cut(String line) {
        return Math.min(LONGEST - 1, line.codePointCount(0, LONGEST - 1));
    }
}

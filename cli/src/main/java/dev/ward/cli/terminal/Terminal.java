package dev.ward.cli.terminal;

import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a command's output goes, and what can be shown there.
///
/// @param columns  the width to fill
/// @param colour   whether colour may be used
public record Terminal(PrintStream out, PrintStream err, int columns, boolean colour) {

    private static final int NARROWEST = 60;
    private static final int WIDTH_OF_A_FILE = 120;
    private static final int LONGEST_LINE = 2_000;

    /// Asks the system properties `ward.terminal` (`true` when standard output is one, which the launcher
    /// knows) and
    /// `ward.columns` (its width).
    public static Terminal of(PrintStream out, PrintStream err, Map<String, String> environment) {
        boolean terminal = Boolean.getBoolean("ward.terminal");
        int columns = number(environment.get("COLUMNS"), Integer.getInteger("ward.columns", WIDTH_OF_A_FILE));
        boolean colour = terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        return new Terminal(out, err, Math.max(NARROWEST, columns), colour);
    }

    private static int number(@Nullable String text, int otherwise) {
        if (text == null || !text.matches("\\d{1,4}") || text.matches("0+")) {
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    /// Tells one line on standard error: how work goes on, or what is wrong.
    public void tell(String line) {
        err.println(shortened(printable(line), LONGEST_LINE));
    }

    /// A text with an ellipsis where it is cut off after a number of characters.
    public static String shortened(String text, int most) {
        return text.length() <= most || text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    public String bold(String text) {
        return style("1", text);
    }

    public String faint(String text) {
        return style("2", text);
    }

    public String red(String text) {
        return style("31", text);
    }

    public String yellow(String text) {
        return style("33", text);
    }

    private String style(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /// A text from an input, harmless to a terminal: control characters and bidirectional marks become `?`.
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> printable.appendCodePoint(isHarmless(c) ? c : '?'));
        return printable.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}

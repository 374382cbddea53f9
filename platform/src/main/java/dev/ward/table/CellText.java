package dev.ward.table;

import dev.ward.standards.input.Quoted;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// Makes the text of a cell fit to be kept and compared.
public final class CellText {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Cf}\uFFFD]");
    /// How CSV keeps zeros from spreadsheets: `="00042"`.
    private static final Pattern SHIELDED = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern MANGLED =
            Pattern.compile("\\d[.,]\\d+[eE][+-]?\\d+|\\d+[eE]\\+\\d+|\\d{10,15}E\\d{1,3}");
    private static final String FORMULA = "=+-@";

    private CellText() {}

    /// One line, without blanks around it.
    ///
    /// @param longest  in characters
    public static String of(String cell, int longest) throws Unfit {
        String text = isPlain(cell) ? cell.strip() : composed(cell);
        if (text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0) {
            // as exports of Ward and others keep a text from running
            text = text.substring(1);
        } else if (text.length() > 2
                && text.startsWith("=\"")
                && SHIELDED.matcher(text).matches()) {
            text = text.substring(2, text.length() - 1).strip();
        }
        if (text.length() > longest) {
            throw new Unfit(
                    Unfit.Kind.TOO_LONG, "it has %,d characters, more than %,d".formatted(text.length(), longest));
        }
        return text;
    }

    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && i + 1 < cell.length() && cell.charAt(i + 1) == ' ')) {
                return false;
            }
        }
        return true;
    }

    private static String composed(String cell) throws Unfit {
        String text = Normalizer.normalize(SPACES.matcher(cell).replaceAll(" ").strip(), Normalizer.Form.NFC);
        // A byte order mark or a soft hyphen in a name is as good as none.
        text = text.replace("\uFEFF", "").replace("\u00AD", "").replace("\u200B", "");
        if (INVISIBLE.matcher(text).find()) {
            throw new Unfit(
                    Unfit.Kind.INVISIBLE_CHARACTER,
                    "it holds a character that cannot be seen or read: " + Quoted.of(text));
        }
        return text;
    }

    public static boolean startsLikeFormula(String text) {
        return text.length() > 1 && (text.charAt(0) == '=' || text.charAt(0) == '@');
    }

    /// Refuses what a spreadsheet has made of a long number.
    public static void refuseMangled(String text) throws Unfit {
        if (MANGLED.matcher(text).matches()) {
            throw new Unfit(
                    Unfit.Kind.MANGLED_NUMBER, "%s is a number of which digits were lost".formatted(Quoted.of(text)));
        }
    }
}

package dev.ward.table;

import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which of a workbook's cell formats show a number as a date.
///
/// @param dates     the formats by their numbers
/// @param from1904  whether days are counted from 1904, as on old Macintoshes
///
/// Source: ECMA-376, part 1, 18.8.30 (numFmt).
record CellFormats(BitSet dates, boolean from1904) {

    private static final int MOST = 100_000;

    /// @param in  null for a workbook without formats
    static CellFormats read(@Nullable InputStream in, boolean from1904) throws IOException, UnreadableInput {
        Set<String> custom = new HashSet<>();
        BitSet dates = new BitSet();
        int number = 0;
        boolean cells = false;
        try (Part xml = new Part(in)) {
            while (number < MOST && custom.size() < MOST && xml.nextElement()) {
                if (xml.at("numFmt") && showsDate(xml.attribute("formatCode", ""))) {
                    custom.add(xml.attribute("numFmtId", ""));
                } else if (xml.at("cellXfs") || xml.at("cellStyles")) {
                    cells = xml.at("cellXfs");
                } else if (xml.at("xf") && cells) {
                    String format = xml.attribute("numFmtId", "0");
                    dates.set(number++, custom.contains(format) || isBuiltInDate(format));
                }
            }
        }
        return new CellFormats(dates, from1904);
    }

    boolean isDate(String format) {
        return !format.isEmpty()
                && format.length() < 7
                && format.chars().allMatch(c -> c >= '0' && c <= '9')
                && dates.get(Integer.parseInt(format));
    }

    private static boolean isBuiltInDate(String format) {
        if (format.length() != 2) {
            return false;
        }
        return (format.compareTo("14") >= 0 && format.compareTo("17") <= 0)
                || format.equals("22")
                || (format.compareTo("27") >= 0 && format.compareTo("36") <= 0)
                || (format.compareTo("50") >= 0 && format.compareTo("58") <= 0);
    }

    /// Whether a year or a day stands in the code outside of quotes, brackets and escapes.
    private static boolean showsDate(String code) {
        String bare =
                code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
        return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0;
    }
}

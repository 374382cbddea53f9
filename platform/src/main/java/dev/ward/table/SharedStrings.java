package dev.ward.table;

import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/// The texts of a workbook, each kept once; cells say their numbers. As bytes they take half the room.
final class SharedStrings {

    private static final int MOST = 4_000_000;

    private final List<byte[]> strings = new ArrayList<>();

    private SharedStrings() {}

    /// @param in  null for a workbook that has none
    static SharedStrings read(@Nullable InputStream in) throws IOException, UnreadableInput, UnreadableTable {
        SharedStrings all = new SharedStrings();
        try (Part xml = new Part(in)) {
            while (xml.nextElement()) {
                if (xml.at("si")) {
                    if (all.strings.size() == MOST) {
                        throw new UnreadableTable(
                                "The workbook has more than %,d different texts. Save it as CSV.".formatted(MOST));
                    }
                    all.strings.add(text(xml, "si").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return all;
    }

    /// The text of the current element and its runs, without how it is to be pronounced.
    ///
    /// @param element  its name, by which its end is known
    static String text(Part xml, String element) throws IOException, UnreadableInput {
        StringBuilder text = new StringBuilder();
        boolean within = false;
        int aside = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && xml.at(element))) {
                return text.toString();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                within = xml.at("t");
                aside += xml.at("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                within = false;
                aside -= xml.at("rPh") ? 1 : 0;
            } else if (within && aside == 0) {
                xml.append(text, RowSource.LONGEST_CELL);
            }
        }
    }

    /// @return null when there is none of that number
    @Nullable
    String find(String number) {
        if (number.isEmpty() || number.length() > 7 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int at = Integer.parseInt(number);
        return at < strings.size() ? new String(strings.get(at), StandardCharsets.UTF_8) : null;
    }
}

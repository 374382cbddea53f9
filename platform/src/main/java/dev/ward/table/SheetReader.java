package dev.ward.table;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one sheet as they stand in it.
final class SheetReader implements RowSource {

    private static final int MOST_ROWS = 1_048_576;

    private final Part xml;
    private final SharedStrings strings;
    private final CellFormats formats;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private final List<Flaw> flaws = new ArrayList<>();
    private boolean computed;
    private long number;
    private boolean ended;

    SheetReader(@Nullable InputStream in, SharedStrings strings, CellFormats formats)
            throws IOException, UnreadableInput {
        this.xml = new Part(in);
        this.strings = strings;
        this.formats = formats;
    }

    @Override
    public @Nullable Row next() throws IOException, UnreadableTable {
        try {
            while (!ended) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && xml.at("row")) {
                    Row row = row();
                    if (row != null) {
                        return row;
                    }
                } else {
                    ended = event == XMLStreamConstants.END_DOCUMENT
                            || (event == XMLStreamConstants.END_ELEMENT && xml.at("sheetData"));
                }
            }
            return null;
        } catch (UnreadableInput e) {
            throw Workbook.damaged(e);
        } catch (BoundedPart.TooMuch e) {
            throw Workbook.tooMuch(e);
        }
    }

    private @Nullable Row row() throws IOException, UnreadableInput {
        number = rowNumber(xml.attribute("r", ""));
        flaws.clear();
        List<String> cells = new ArrayList<>();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.at("c")) {
                cell(cells);
            } else if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && xml.at("row"))) {
                break;
            }
        }
        boolean blank = flaws.isEmpty() && cells.stream().allMatch(String::isBlank);
        return blank ? null : new Row(number, cells, List.copyOf(flaws));
    }

    private long rowNumber(String stated) {
        boolean isNumber =
                !stated.isEmpty() && stated.length() < 8 && stated.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber && Integer.parseInt(stated) <= MOST_ROWS ? Integer.parseInt(stated) : number + 1;
    }

    private void cell(List<String> cells) throws IOException, UnreadableInput {
        int column = column(xml.attribute("r", ""), cells.size());
        String type = xml.attribute("t", "n");
        String format = xml.attribute("s", "");
        readCell();
        if (value.isEmpty() && !computed) {
            return;
        }
        if (column >= MOST_CELLS) {
            boolean told = flaws.stream().anyMatch(flaw -> flaw.kind() == Flaw.Kind.TOO_LONG);
            if (!told) {
                flaws.add(new Flaw(
                        Flaw.WHOLE, Flaw.Kind.TOO_LONG, "the row has more than %,d cells".formatted(MOST_CELLS)));
            }
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, shown(column, type, format));
        if (computed) {
            flaws.add(new Flaw(
                    column,
                    Flaw.Kind.FORMULA,
                    "a formula, of which the last value is taken: " + Quoted.of("=" + formula)));
        }
    }

    /// Gathers what stands in the cell: its value, and its formula.
    private void readCell() throws IOException, UnreadableInput {
        value.setLength(0);
        formula.setLength(0);
        computed = false;
        StringBuilder into = null;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.at("is")) {
                    value.append(SharedStrings.text(xml, "is"));
                }
                computed |= xml.at("f");
                into = xml.at("v") ? value : xml.at("f") ? formula : null;
            } else if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && xml.at("c"))) {
                return;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                into = null;
            } else if (into != null) {
                xml.append(into, LONGEST_CELL);
            }
        }
    }

    private String shown(int column, String type, String format) {
        String raw = value.toString();
        return switch (type) {
            case "s" -> {
                String text = strings.find(raw.strip());
                if (text == null) {
                    flaws.add(new Flaw(
                            column, Flaw.Kind.SPREADSHEET_ERROR, "the workbook has no text " + Quoted.of(raw)));
                }
                yield text == null ? "" : text;
            }
            case "b" -> raw.strip().equals("1") ? "TRUE" : "FALSE";
            case "e" -> {
                flaws.add(new Flaw(column, Flaw.Kind.SPREADSHEET_ERROR, "the spreadsheet's error " + Quoted.of(raw)));
                yield raw;
            }
            case "n" -> formats.isDate(format) ? date(column, raw) : SheetNumbers.plain(raw);
            default -> raw;
        };
    }

    private String date(int column, String raw) {
        String date = SheetNumbers.date(raw, formats.from1904());
        if (date == null) {
            flaws.add(new Flaw(column, Flaw.Kind.DATE_OUT_OF_RANGE, "no day has the number " + Quoted.of(raw)));
        }
        return date == null ? raw : date;
    }

    /// By the letters of a reference; the next one where there is none. What is farther than any column
    /// is the last.
    private static int column(String reference, int next) {
        int column = 0;
        int at = 0;
        while (at < reference.length()
                && Character.toUpperCase(reference.charAt(at)) >= 'A'
                && Character.toUpperCase(reference.charAt(at)) <= 'Z') {
            column = Math.min(MOST_CELLS + 1, column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1);
            at++;
        }
        return at == 0 ? next : column - 1;
    }
}

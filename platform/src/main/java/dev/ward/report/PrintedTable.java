package dev.ward.report;

import dev.ward.report.DraftItem.Content.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table as it is printed: its columns as wide as their longest word needs, the rest shared out by what
/// they hold.
///
/// @param caption  stands over it: what is counted, and whether these are the first of many; null for
///                 none
/// @param wide     whether it is set in the smaller type
/// @param least    in points: how much of a page must be left for it to begin there, so that its head
///                 stays with its first row
public record PrintedTable(
        List<Column> columns,
        List<List<String>> rows,
        @Nullable String caption,
        boolean wide,
        int least) {

    /// Of an A4 page between its margins of 16 mm, in points.
    private static final double PAGE = 504;
    private static final int MOST_LEAST = 560;

    private static final int WIDE_FROM = 7;
    private static final double TYPE = 7.5;
    private static final double WIDE_TYPE = 6.5;
    /// Of characters of DejaVu Sans, by the size of the type; the head is bold.
    private static final double BROAD = 0.82;
    private static final double USUAL = 0.64;
    private static final double NARROW = 0.4;
    private static final String BROAD_ONES = "mw%@#&+=";
    private static final String NARROW_ONES = " ijlftrI.,:;|'()[]/-";
    private static final double BOLD = 1.13;
    private static final double LINE = 1.4;
    /// Of a cell, left and right together, or above and below.
    private static final double PADDING = 10;
    /// What the estimate of a head and a row may be short of.
    private static final double SPARE = 40;
    /// A longer word may be broken.
    private static final int LONGEST_WORD = 26;
    /// A longer text gets more lines, not more width.
    private static final int LONGEST_LINE = 48;

    private static final double HASH = 216;
    private static final int HASH_LENGTH = 64;

    private static final Pattern HASHED = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d{1,3}(,\\d{3})*");
    private static final Set<String> NO_NUMBER = Set.of("", "–", Filling.or(null));

    /// @param width   of the whole: `12.5%`
    /// @param number  whether it holds numbers alone
    public record Column(String title, String width, boolean number) {}

    public PrintedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public static PrintedTable of(Table table) {
        boolean wide = table.columns().size() >= WIDE_FROM;
        double type = wide ? WIDE_TYPE : TYPE;
        double[] widths = widths(table, type);
        List<Column> columns = IntStream.range(0, widths.length)
                .mapToObj(place -> new Column(
                        table.columns().get(place),
                        String.format(Locale.ROOT, "%.2f%%", widths[place] / PAGE * 100),
                        isNumber(table, place)))
                .toList();
        double head = height(table.columns(), widths, type, BOLD);
        double first = table.rows().isEmpty() ? 0 : height(table.rows().getFirst(), widths, type, 1);
        return new PrintedTable(columns, table.rows(), table.total(), wide, (int)
                Math.min(MOST_LEAST, Math.ceil(head + first + SPARE)));
    }

    /// In points, together as wide as the page.
    private static double[] widths(Table table, double type) {
        int count = table.columns().size();
        double[] least = new double[count];
        double[] wanted = new double[count];
        for (int place = 0; place < count; place++) {
            String title = table.columns().get(place);
            least[place] = longestWord(title) * type * BOLD;
            wanted[place] = width(title, LONGEST_LINE) * type * BOLD;
            for (String cell : cells(table, place).toList()) {
                boolean hashed = HASHED.matcher(cell).find();
                double word = hashed ? HASH : longestWord(cell) * type;
                least[place] = Math.max(least[place], word);
                double line = longestLine(cell) * type;
                wanted[place] = Math.max(wanted[place], hashed ? HASH : line);
            }
            least[place] += PADDING;
            wanted[place] = Math.max(least[place], wanted[place] + PADDING);
        }
        return shared(least, wanted);
    }

    private static double[] shared(double[] least, double[] wanted) {
        double needed = sum(least);
        double asked = sum(wanted);
        double[] widths = new double[least.length];
        for (int place = 0; place < widths.length; place++) {
            if (needed >= PAGE) {
                widths[place] = least[place] * PAGE / needed;
            } else if (asked <= PAGE) {
                widths[place] = wanted[place] * PAGE / asked;
            } else {
                widths[place] = least[place] + (wanted[place] - least[place]) * (PAGE - needed) / (asked - needed);
            }
        }
        return widths;
    }

    private static double sum(double[] all) {
        return Arrays.stream(all).sum();
    }

    private static double height(List<String> cells, double[] widths, double type, double weight) {
        double lines = 1;
        for (int place = 0; place < Math.min(cells.size(), widths.length); place++) {
            double room = Math.max(type, widths[place] - PADDING);
            double own = cells.get(place)
                    .lines()
                    .mapToDouble(line -> Math.max(1, Math.ceil(width(line, line.length()) * type * weight / room)))
                    .sum();
            lines = Math.max(lines, own);
        }
        return lines * type * LINE + PADDING;
    }

    private static Stream<String> cells(Table table, int place) {
        return table.rows().stream().filter(row -> place < row.size()).map(row -> row.get(place));
    }

    private static boolean isNumber(Table table, int place) {
        return cells(table, place).anyMatch(cell -> NUMBER.matcher(cell).matches())
                && cells(table, place)
                        .allMatch(cell ->
                                NO_NUMBER.contains(cell) || NUMBER.matcher(cell).matches());
    }

    private static double longestWord(String text) {
        return Arrays.stream(text.split("\\s+", -1))
                .filter(word -> word.length() < HASH_LENGTH)
                .mapToDouble(word -> width(word, LONGEST_WORD))
                .max()
                .orElse(0);
    }

    private static double longestLine(String text) {
        return text.lines().mapToDouble(line -> width(line, LONGEST_LINE)).max().orElse(0);
    }

    /// By the size of the type.
    ///
    /// @param most  how many characters are measured
    private static double width(String text, int most) {
        return text.chars().limit(most).mapToDouble(PrintedTable::width).sum();
    }

    private static double width(int character) {
        if ((Character.isUpperCase(character) && character != 'I') || BROAD_ONES.indexOf(character) >= 0) {
            return BROAD;
        }
        return NARROW_ONES.indexOf(character) >= 0 ? NARROW : USUAL;
    }
}

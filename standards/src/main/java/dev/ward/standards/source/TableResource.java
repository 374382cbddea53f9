package dev.ward.standards.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Reads a table of our own: lines of cells parted by tabs; lines that begin with `#` are comments.
public final class TableResource {

    private TableResource() {}

    public record Line(List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        public String cell(int column) {
            return cells.get(column);
        }
    }

    /// @param owner    the class that the resource lies beside
    /// @param columns  how many each line must have
    public static List<Line> read(Class<?> owner, String name, int columns) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line(name, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String name, String text, int columns) {
        List<String> cells = List.of(text.split("\t", -1));
        if (cells.size() != columns) {
            throw new IllegalStateException("%s has a line of %d cells: \"%s\"".formatted(name, cells.size(), text));
        }
        return new Line(cells);
    }
}

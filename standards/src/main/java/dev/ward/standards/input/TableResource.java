package dev.ward.standards.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Reads a table of our own that lies beside a class; empty lines and those that begin with `#` are left out.
public final class TableResource {

    private TableResource() {}

    public static List<String> lines(Class<?> owner, String name) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Each line split at its blanks.
    public static List<List<String>> words(Class<?> owner, String name) {
        return lines(owner, name).stream()
                .map(line -> List.of(line.strip().split(" +")))
                .toList();
    }

    /// Each line split at its tabs.
    ///
    /// @param columns  how many cells each line must have
    public static List<List<String>> cells(Class<?> owner, String name, int columns) {
        List<List<String>> table = lines(owner, name).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
        for (List<String> cells : table) {
            if (cells.size() != columns) {
                throw new IllegalStateException("%s has a line of %d cells: %s"
                        .formatted(name, cells.size(), Quoted.of(String.join("\t", cells))));
            }
        }
        return table;
    }
}

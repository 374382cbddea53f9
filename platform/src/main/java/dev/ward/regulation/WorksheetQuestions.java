package dev.ward.regulation;

import dev.ward.regulation.Worksheet.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The questions of the worksheet, which are data.
@Component
class WorksheetQuestions {

    private static final String FILE = "/dev/ward/regulation/worksheet.tsv";
    private static final String ANY = "*";
    private static final int CELLS = 8;

    private final List<Question> all;

    WorksheetQuestions() {
        try (InputStream in = Objects.requireNonNull(WorksheetQuestions.class.getResourceAsStream(FILE))) {
            all = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(WorksheetQuestions::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Question> all() {
        return all;
    }

    private static Question read(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != CELLS) {
            throw new IllegalStateException("worksheet.tsv: not %d cells: %s".formatted(CELLS, line));
        }
        return new Question(
                cells[0],
                cells[1],
                cells[2].equals(ANY) ? Set.of() : Set.of(cells[2].split(" ")),
                cells[3].equals(ANY) ? null : cells[3],
                cells[4],
                cells[5],
                cells[6],
                cells[7]);
    }
}

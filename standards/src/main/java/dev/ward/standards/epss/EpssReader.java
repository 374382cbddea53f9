package dev.ward.standards.epss;

import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Quoted;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.source.ByteLines;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads FIRST's daily scores from their CSV, line by line.
///
/// Columns are found by the header's names. A line of a comment before it tells the model's version and the date;
/// older files have none.
///
/// Source: FIRST EPSS, "Data and Statistics".
public final class EpssReader {

    private static final int LONGEST_LINE = 4096;

    private final Consumer<EpssScore> scores;
    private final UnreadReport report;
    private String model = "";
    private String date = "";
    private int cve = -1;
    private int probability = -1;
    private int percentile = -1;
    private long told;

    private EpssReader(Consumer<EpssScore> scores, UnreadReport report) {
        this.scores = scores;
        this.report = report;
    }

    /// @return how many scores were told
    public static long read(InputStream csv, Consumer<EpssScore> scores, UnreadReport report) throws IOException {
        EpssReader reader = new EpssReader(scores, report);
        ByteLines lines = new ByteLines(csv, LONGEST_LINE);
        while (lines.next()) {
            reader.line(lines);
        }
        return reader.told;
    }

    private void line(ByteLines lines) {
        String text = lines.text().strip();
        if (lines.isTooLong()) {
            lose(lines, text, "is longer than a line can be");
        } else if (text.startsWith("#")) {
            comment(text.substring(1));
        } else if (cve < 0) {
            header(lines, text);
        } else if (!text.isEmpty()) {
            EpssScore score = score(lines, text);
            if (score != null) {
                scores.accept(score);
                told++;
            }
        }
    }

    private void comment(String text) {
        for (String part : text.split(",")) {
            int colon = part.indexOf(':');
            String value = part.substring(colon + 1).strip();
            if (part.startsWith("model_version:")) {
                model = value;
            } else if (part.startsWith("score_date:")) {
                date = value;
            }
        }
    }

    private void header(ByteLines lines, String text) {
        List<String> names = List.of(text.split(","));
        cve = names.indexOf("cve");
        probability = names.indexOf("epss");
        percentile = names.indexOf("percentile");
        if (cve < 0 || probability < 0) {
            cve = -1;
            lose(lines, text, "is no header with the columns cve and epss");
        }
    }

    private @Nullable EpssScore score(ByteLines lines, String text) {
        String id = cell(text, cve);
        if (id == null || !id.startsWith("CVE-")) {
            lose(lines, text, "names no CVE id");
            return null;
        }
        double likely = share(cell(text, probability));
        Double rank = percentile < 0 ? null : share(cell(text, percentile));
        if (likely < 0 || (rank != null && rank < 0)) {
            lose(lines, text, "has a score that is no number from 0 to 1");
            return null;
        }
        return new EpssScore(id, likely, rank, date, model);
    }

    private static @Nullable String cell(String text, int column) {
        int start = 0;
        for (int i = 0; i < column; i++) {
            start = text.indexOf(',', start) + 1;
            if (start == 0) {
                return null;
            }
        }
        int end = text.indexOf(',', start);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }

    /// A number from 0 to 1, or -1 for anything else.
    private static double share(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return -1;
        }
        try {
            double value = Double.parseDouble(text);
            return value >= 0 && value <= 1 ? value : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void lose(ByteLines lines, String text, String reason) {
        report.lost(new Location(lines.number(), 1, ""), "line " + Quoted.of(text), reason);
    }
}

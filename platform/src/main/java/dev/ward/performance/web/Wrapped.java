package dev.ward.performance.web;

import java.util.ArrayList;
import java.util.List;

/// Text in a few short lines, for a box that cannot grow. SVG breaks no lines by itself.
final class Wrapped {

    private static final int LONGEST = 27;
    private static final int MOST = 3;

    private Wrapped() {}

    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text)) {
            if (!line.isEmpty() && length(line) + 1 + length(word) > LONGEST) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        if (lines.size() <= MOST) {
            return lines;
        }
        List<String> cut = new ArrayList<>(lines.subList(0, MOST));
        cut.set(MOST - 1, start(cut.getLast(), LONGEST - 1) + "…");
        return cut;
    }

    /// Words longer than a line are broken: package URLs have no spaces.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            String rest = word;
            while (length(rest) > LONGEST) {
                String head = start(rest, LONGEST);
                words.add(head);
                rest = rest.substring(head.length());
            }
            words.add(rest);
        }
        return words;
    }

    private static int length(CharSequence text) {
        return (int) text.codePoints().count();
    }

    private static String start(String text, int points) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(points, length(text))));
    }
}

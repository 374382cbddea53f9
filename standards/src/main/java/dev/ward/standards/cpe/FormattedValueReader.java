package dev.ward.standards.cpe;

import dev.ward.standards.cpe.CpeValue.Kind;
import dev.ward.standards.input.Departures;
import dev.ward.standards.input.Quoted;
import java.util.BitSet;

/// Reads a value that is not all plain characters: with backslashes, wildcards, or what must be forgiven.
final class FormattedValueReader {

    private final String raw;
    private final Departures departures;
    private final StringBuilder characters = new StringBuilder();
    private final BitSet quoted = new BitSet();
    private boolean hasUpperCase;

    FormattedValueReader(String raw, Departures departures) {
        this.raw = raw;
        this.departures = departures;
    }

    CpeValue read() {
        split();
        if (hasUpperCase) {
            departures.note("%s holds upper-case letters.".formatted(Quoted.of(raw)));
        }
        int start = 0;
        int end = characters.length();
        while (start < end && isWildcard(start)) {
            start++;
        }
        while (end > start && isWildcard(end - 1)) {
            end--;
        }
        String before = wildcards(0, start);
        String after = wildcards(end, characters.length());
        if (start == end) {
            return onlyWildcards(before);
        }
        StringBuilder pattern = new StringBuilder(raw.length()).append(before);
        for (int i = start; i < end; i++) {
            if (isWildcard(i)) {
                departures.note("%s is a wildcard within the text; it is taken as itself."
                        .formatted(FormattedValue.describe(characters.charAt(i), raw)));
            }
            FormattedValue.quote(pattern, characters.charAt(i));
        }
        pattern.append(after);
        String canonical = pattern.toString();
        String text = before + characters.substring(start, end) + after;
        return new CpeValue(Kind.TEXT, text, canonical.equals("-") ? "\\-" : canonical);
    }

    private boolean isWildcard(int at) {
        return !quoted.get(at) && CpeValue.isWildcard(characters.charAt(at));
    }

    private CpeValue onlyWildcards(String wildcards) {
        if (wildcards.isEmpty() || wildcards.equals("*")) {
            departures.note("%s says no more than \"*\".".formatted(Quoted.of(raw)));
            return CpeValue.ANY;
        }
        return new CpeValue(Kind.TEXT, wildcards, wildcards);
    }

    /// One `*`, or any number of `?`.
    private String wildcards(int start, int end) {
        String run = characters.substring(start, end);
        if (run.length() > 1 && run.indexOf('*') >= 0) {
            departures.note("The wildcards %s of %s say no more than \"*\".".formatted(Quoted.of(run), Quoted.of(raw)));
            return "*";
        }
        return run;
    }

    private void split() {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean escape = c == '\\';
            if (escape) {
                i++;
                if (i == raw.length()) {
                    departures.note("The last \"\\\" of %s quotes nothing.".formatted(Quoted.of(raw)));
                    return;
                }
                c = raw.charAt(i);
            }
            add(c, escape);
        }
    }

    private void add(char c, boolean escape) {
        if (FormattedValue.isPlain(c)) {
            if (escape && c != '.' && c != '-' && c != '_') {
                departures.note("%s needs no \"\\\".".formatted(FormattedValue.describe(c, raw)));
            }
            put(c, true);
        } else if (c >= 'A' && c <= 'Z') {
            hasUpperCase = true;
            put(Character.toLowerCase(c), true);
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            departures.note("There is a blank in %s; it is read as \"_\".".formatted(Quoted.of(raw)));
            put('_', true);
        } else if (Character.isISOControl(c)) {
            departures.note("%s is a control character; it is left out.".formatted(FormattedValue.describe(c, raw)));
        } else if (c > '~') {
            departures.note("%s is not ASCII.".formatted(FormattedValue.describe(c, raw)));
            put(Character.toLowerCase(c), true);
        } else {
            if (!escape && !CpeValue.isWildcard(c)) {
                departures.note("%s is not quoted with \"\\\".".formatted(FormattedValue.describe(c, raw)));
            }
            put(c, escape);
        }
    }

    private void put(char c, boolean isQuoted) {
        quoted.set(characters.length(), isQuoted);
        characters.append(c);
    }
}

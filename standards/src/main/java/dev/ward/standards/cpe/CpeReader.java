package dev.ward.standards.cpe;

import dev.ward.standards.input.Departures;
import dev.ward.standards.input.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the text of one CPE name, strictly or leniently as its departures say.
///
/// Source: NISTIR 7695, 6.1.3 (URI) and 6.2.3 (formatted string).
final class CpeReader {

    private static final String FORMATTED = "cpe:2.3:";
    private static final String URI = "cpe:/";
    private static final int ATTRIBUTES = 11;
    private static final int URI_COMPONENTS = 7;
    private static final int EDITION = 5;

    private final String text;
    private final Departures departures;
    private final CpeValue[] values = new CpeValue[ATTRIBUTES];

    CpeReader(String text, Departures departures) {
        this.text = text;
        this.departures = departures;
        Arrays.fill(values, CpeValue.ANY);
    }

    Cpe read() {
        String name = text.strip();
        if (name.length() < text.length()) {
            departures.note("There are blanks around %s.".formatted(Quoted.of(name)));
        }
        if (begins(name, FORMATTED)) {
            formatted(name.substring(FORMATTED.length()));
        } else if (begins(name, URI)) {
            uri(name.substring(URI.length()));
        } else if (departures.forgives() && begins(name, "cpe:") && name.length() > 5 && name.charAt(5) == ':') {
            departures.note("The \"/\" after \"cpe:\" is missing.");
            uri(name.substring("cpe:".length()));
        } else {
            throw departures.refusal("It begins neither with \"cpe:2.3:\" nor with \"cpe:/\".");
        }
        values[0] = part(values[0]);
        return new Cpe(
                values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6],
                values[7],
                values[8],
                values[9],
                values[10]);
    }

    private boolean begins(String name, String prefix) {
        if (name.startsWith(prefix)) {
            return true;
        }
        if (!name.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return false;
        }
        departures.note("The prefix %s is upper case.".formatted(Quoted.of(name.substring(0, prefix.length()))));
        return true;
    }

    private CpeValue part(CpeValue part) {
        if (Cpe.isPart(part)) {
            return part;
        }
        departures.note("The part %s is none of \"a\", \"o\" and \"h\"; it is read as \"*\"."
                .formatted(Quoted.of(part.pattern())));
        return CpeValue.ANY;
    }

    private void formatted(String rest) {
        int count = 0;
        int start = 0;
        while (start <= rest.length()) {
            int end = colon(rest, start);
            if (count < ATTRIBUTES) {
                values[count] = FormattedValue.read(rest.substring(start, end), departures);
            }
            count++;
            start = end + 1;
        }
        if (count < ATTRIBUTES) {
            departures.note("It has %d attributes, not 11; those that are missing are read as \"*\".".formatted(count));
        } else if (count > ATTRIBUTES) {
            departures.note("It has %d attributes, not 11; those beyond are left out.".formatted(count));
        }
    }

    /// The end of the value that begins at `start`: the next colon without a backslash.
    private static int colon(String rest, int start) {
        int i = start;
        while (i < rest.length() && rest.charAt(i) != ':') {
            i += rest.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, rest.length());
    }

    private void uri(String rest) {
        List<String> components = split(rest, ':');
        if (components.size() > URI_COMPONENTS) {
            departures.note(
                    "It has %d components, more than 7; those beyond are left out.".formatted(components.size()));
        }
        for (int i = 0; i < Math.min(components.size(), URI_COMPONENTS); i++) {
            String component = components.get(i);
            if (i == EDITION && component.startsWith("~")) {
                unpack(component);
            } else {
                values[i] = UriValue.read(component, departures);
            }
        }
    }

    /// `~edition~sw_edition~target_sw~target_hw~other`
    private void unpack(String packed) {
        List<String> pieces = split(packed, '~');
        if (pieces.size() != 6) {
            departures.note(
                    "The packed edition %s has %d attributes, not 5.".formatted(Quoted.of(packed), pieces.size() - 1));
        }
        int[] places = {EDITION, 7, 8, 9, 10};
        for (int i = 1; i < Math.min(pieces.size(), 6); i++) {
            values[places[i - 1]] = UriValue.read(pieces.get(i), departures);
        }
    }

    private static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>(8);
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            pieces.add(text.substring(start, end));
            start = end + 1;
        }
        pieces.add(text.substring(start));
        return pieces;
    }
}

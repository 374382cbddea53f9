package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads a GS1 Digital Link URI: `https://example.com/01/09506000134352/10/ABC123?17=290101`.
///
/// The path holds a primary key and its qualifiers, the query the other elements; what else a query holds is passed.
///
/// Source: GS1 Digital Link Standard: URI Syntax 1.4, 4.
final class DigitalLinkReader {

    private final String text;
    private final Gs1Elements elements;

    private DigitalLinkReader(String text, Reading reading) {
        this.text = text;
        this.elements = new Gs1Elements(reading);
    }

    static Udi read(String text, Reading reading) throws UdiFault {
        return new DigitalLinkReader(text, reading).readAll();
    }

    private Udi readAll() throws UdiFault {
        int fragment = text.indexOf('#');
        int end = fragment < 0 ? text.length() : fragment;
        int query = text.indexOf('?');
        int pathEnd = query < 0 || query > end ? end : query;
        readPath(pathEnd);
        if (pathEnd < end) {
            readQuery(pathEnd + 1, end);
        }
        return elements.udi();
    }

    /// The key is the last pair whose identifier is a primary key with a value behind it.
    private void readPath(int end) throws UdiFault {
        List<Integer> starts = new ArrayList<>();
        int path = text.indexOf('/', text.indexOf("://") + 3);
        for (int at = path; at >= 0 && at < end; at = text.indexOf('/', at + 1)) {
            if (at + 1 < end) {
                starts.add(at + 1);
            }
        }
        int first = -1;
        for (int i = 0; i + 1 < starts.size(); i++) {
            ApplicationIdentifier ai = ApplicationIdentifiers.find(text, starts.get(i), starts.get(i + 1) - 1);
            if (ai != null && ai.isKey() && (starts.size() - i) % 2 == 0) {
                first = i;
                break;
            }
        }
        if (first < 0) {
            throw new UdiFault(
                    "The address holds no key of GS1, such as \"/01/\" and a GTIN: %s.".formatted(Quoted.of(text)),
                    Math.max(path, 0));
        }
        readPairs(starts, first, end);
    }

    private void readPairs(List<Integer> starts, int first, int end) throws UdiFault {
        ApplicationIdentifier key = ApplicationIdentifiers.named(text, starts.get(first), starts.get(first + 1) - 1);
        List<String> qualifiers = new ArrayList<>();
        for (int i = first; i < starts.size(); i += 2) {
            int named = starts.get(i);
            int value = starts.get(i + 1);
            int valueEnd = i + 2 < starts.size() ? starts.get(i + 2) - 1 : trimmed(end);
            ApplicationIdentifier ai = ApplicationIdentifiers.named(text, named, value - 1);
            if (i > first) {
                qualifiers.add(ai.digits());
                checkQualifiers(key, qualifiers, named);
            }
            add(ai, named, value, valueEnd);
        }
    }

    /// The qualifiers of a key stand in one order: `22,10,21` or `235`.
    private static void checkQualifiers(ApplicationIdentifier key, List<String> qualifiers, int at) throws UdiFault {
        String last = qualifiers.getLast();
        boolean known = false;
        for (String alternative : key.qualifiers()) {
            List<String> order = List.of(alternative.split(","));
            known |= order.contains(last);
            if (isInOrder(qualifiers, order)) {
                return;
            }
        }
        throw new UdiFault(
                known
                        ? "(%s) may not stand behind (%s) in an address."
                                .formatted(last, qualifiers.get(qualifiers.size() - 2))
                        : "(%s) is no qualifier of (%s) in an address.".formatted(last, key.digits()),
                at);
    }

    private static boolean isInOrder(List<String> qualifiers, List<String> order) {
        int at = -1;
        for (String qualifier : qualifiers) {
            int place = order.indexOf(qualifier);
            if (place <= at) {
                return false;
            }
            at = place;
        }
        return true;
    }

    private int trimmed(int end) {
        return text.charAt(end - 1) == '/' ? end - 1 : end;
    }

    private void readQuery(int from, int end) throws UdiFault {
        int at = from;
        while (at < end) {
            int amp = text.indexOf('&', at);
            int next = amp < 0 || amp > end ? end : amp;
            int equals = text.indexOf('=', at);
            if (equals > at && equals < next && CharacterSet.DIGITS.firstStranger(text, at, equals) == equals) {
                ApplicationIdentifier ai = ApplicationIdentifiers.named(text, at, equals);
                if (ai.link().equals("-")) {
                    throw new UdiFault(
                            "(%s), %s, may not stand behind the \"?\" of an address."
                                    .formatted(ai.digits(), ai.title()),
                            at);
                }
                add(ai, at, equals + 1, next);
            }
            at = next + 1;
        }
    }

    /// Takes an element in; a fault in a value that had to be decoded is told at its beginning.
    private void add(ApplicationIdentifier ai, int named, int from, int to) throws UdiFault {
        String value = decoded(from, to);
        if (ai.digits().equals("01") && Gtins.isLength(value.length()) && value.length() < Gtins.LENGTH) {
            value = Gtins.padded(value);
        }
        if (text.startsWith(value, from) && value.length() == to - from) {
            elements.add(ai, text, named, from, to);
            return;
        }
        try {
            elements.add(ai, value, 0, 0, value.length());
        } catch (UdiFault fault) {
            throw new UdiFault(fault.sentence(), from);
        }
    }

    private String decoded(int from, int to) throws UdiFault {
        if (text.indexOf('%', from) < 0) {
            return text.substring(from, to);
        }
        NumberChecks.percentEncoded(text, from, to);
        byte[] bytes = new byte[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes[count++] = (byte) Integer.parseInt(text, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[count++] = (byte) (c < 128 ? c : '?');
            }
        }
        return new String(bytes, 0, count, StandardCharsets.UTF_8);
    }
}

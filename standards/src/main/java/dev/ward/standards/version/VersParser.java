package dev.ward.standards.version;

import dev.ward.standards.input.Quoted;
import dev.ward.standards.version.VersConstraint.Comparator;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Reads the text of a VERS; strict and lenient reading differ only in what becomes of a slip.
///
/// Source: VERS, "How to parse and validate VERS".
final class VersParser {

    private static final List<Comparator> LONGEST_FIRST = List.of(
            Comparator.GREATER_OR_EQUAL,
            Comparator.LESS_OR_EQUAL,
            Comparator.NOT_EQUAL,
            Comparator.LESS,
            Comparator.GREATER);

    private final String text;
    private final boolean strict;
    private final Consumer<String> slips;

    private VersParser(String text, boolean strict, Consumer<String> slips) {
        this.text = text;
        this.strict = strict;
        this.slips = slips;
    }

    static VersParser strict(String text) {
        return new VersParser(text, true, VersParser::refuse);
    }

    /// @param forgiven  takes one sentence per slip
    static VersParser lenient(String text, Consumer<String> forgiven) {
        return new VersParser(text, false, forgiven);
    }

    Vers read() {
        String trimmed = stripped(text);
        int slash = trimmed.indexOf('/');
        int colon = trimmed.indexOf(':');
        if (slash < 0 || colon < 0 || colon > slash) {
            throw new IllegalArgumentException(
                    "%s has not the form \"vers:scheme/constraints\"".formatted(Quoted.of(text)));
        }
        if (!lowerCase(stripped(trimmed.substring(0, colon))).equals("vers")) {
            throw new IllegalArgumentException("%s does not begin with \"vers:\"".formatted(Quoted.of(text)));
        }
        String scheme = lowerCase(stripped(trimmed.substring(colon + 1, slash)));
        String constraints = stripped(trimmed.substring(slash + 1));
        if (constraints.equals("*")) {
            return new Vers(scheme, List.of());
        }
        List<VersConstraint> read = constraints(constraints);
        return strict ? new Vers(scheme, read) : VersArrangement.arrange(scheme, read, slips);
    }

    private List<VersConstraint> constraints(String sequence) {
        List<VersConstraint> constraints = new ArrayList<>();
        boolean isSomeEmpty = false;
        for (String segment : sequence.split("\\|", -1)) {
            if (segment.isBlank()) {
                isSomeEmpty = true;
            } else {
                constraints.add(constraint(stripped(segment)));
            }
        }
        if (isSomeEmpty) {
            slips.accept("empty constraint in %s".formatted(Quoted.of(sequence)));
        }
        if (constraints.isEmpty()) {
            throw new IllegalArgumentException("%s has no constraints".formatted(Quoted.of(text)));
        }
        return constraints;
    }

    private VersConstraint constraint(String segment) {
        if (segment.equals("*")) {
            throw new IllegalArgumentException("\"*\" must stand alone in %s".formatted(Quoted.of(text)));
        }
        Comparator comparator = LONGEST_FIRST.stream()
                .filter(candidate -> segment.startsWith(candidate.sign()))
                .findFirst()
                .orElse(Comparator.EQUAL);
        String version = segment.substring(comparator.sign().length());
        if (comparator == Comparator.EQUAL && version.startsWith("=")) {
            slips.accept("equality is written without a comparator: %s".formatted(Quoted.of(segment)));
            version = version.substring(version.startsWith("==") ? 2 : 1);
        }
        version = stripped(version);
        if (!version.isEmpty() && "<>=!".indexOf(version.charAt(0)) >= 0) {
            throw new IllegalArgumentException("unknown comparator in %s".formatted(Quoted.of(segment)));
        }
        return new VersConstraint(comparator, decoded(version));
    }

    private String decoded(String version) {
        if (version.chars().anyMatch(c -> "<>=!*|".indexOf(c) >= 0 || c == ' ')) {
            slips.accept("version %s is not percent-encoded".formatted(Quoted.of(version)));
        }
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            if (c == '%' && isTriplet(version, i)) {
                decoded.append((char) HexFormat.fromHexDigits(version, i + 1, i + 3));
                i += 2;
            } else {
                decoded.append(c);
            }
        }
        return decoded.toString();
    }

    private boolean isTriplet(String version, int percent) {
        boolean triplet = percent + 2 < version.length()
                && HexFormat.isHexDigit(version.charAt(percent + 1))
                && HexFormat.isHexDigit(version.charAt(percent + 2));
        if (!triplet) {
            slips.accept("\"%%\" begins no percent-encoded character in %s".formatted(Quoted.of(version)));
        }
        return triplet;
    }

    private String stripped(String part) {
        String stripped = part.strip();
        if (stripped.length() != part.length()) {
            slips.accept("white space around %s".formatted(Quoted.of(stripped)));
        }
        return stripped;
    }

    private String lowerCase(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        if (!lower.equals(part)) {
            slips.accept("%s is not lower case".formatted(Quoted.of(part)));
        }
        return lower;
    }

    private static void refuse(String slip) {
        throw new IllegalArgumentException(slip);
    }
}

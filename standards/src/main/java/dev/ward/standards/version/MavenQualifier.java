package dev.ward.standards.version;

import java.util.Map;

/// A word in a Maven version and its rank: alpha < beta < milestone < rc < snapshot < the release < sp < any other
/// word.
///
/// @param word  the word itself, where it is any other; else empty
///
/// Source: Maven POM reference, "Version Order Specification".
record MavenQualifier(int rank, String word) implements Comparable<MavenQualifier> {

    static final int RELEASE = 6;
    static final int SERVICE_PACK = 7;
    private static final int OTHER = 8;

    private static final Map<String, MavenQualifier> KNOWN = Map.ofEntries(
            Map.entry("alpha", new MavenQualifier(1, "")),
            Map.entry("beta", new MavenQualifier(2, "")),
            Map.entry("milestone", new MavenQualifier(3, "")),
            Map.entry("rc", new MavenQualifier(4, "")),
            Map.entry("cr", new MavenQualifier(4, "")),
            Map.entry("snapshot", new MavenQualifier(5, "")),
            Map.entry("ga", new MavenQualifier(RELEASE, "")),
            Map.entry("final", new MavenQualifier(RELEASE, "")),
            Map.entry("release", new MavenQualifier(RELEASE, "")),
            Map.entry("sp", new MavenQualifier(SERVICE_PACK, "")));

    static MavenQualifier of(String word) {
        MavenQualifier known = KNOWN.get(word);
        return known != null ? known : new MavenQualifier(OTHER, word);
    }

    /// The word that a letter before a digit stands for: `b2` is `beta-2`.
    static String spelledOut(String word) {
        return switch (word) {
            case "a" -> "alpha";
            case "b" -> "beta";
            case "m" -> "milestone";
            default -> word;
        };
    }

    boolean isPreRelease() {
        return rank < RELEASE;
    }

    boolean isRelease() {
        return rank == RELEASE;
    }

    @Override
    public int compareTo(MavenQualifier other) {
        int order = Integer.compare(rank, other.rank);
        return order != 0 ? order : word.compareTo(other.word);
    }
}

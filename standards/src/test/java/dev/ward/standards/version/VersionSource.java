package dev.ward.standards.version;

import java.util.List;
import java.util.Random;

/// Makes versions for property tests: known ones, known ones with a wound, and rows of random pieces.
record VersionSource(Random random, List<String> samples, List<String> pieces) {

    static VersionSource of(long seed, String samples, String pieces) {
        return new VersionSource(new Random(seed), List.of(samples.split(" ")), List.of(pieces.split(" ")));
    }

    String next() {
        return switch (random.nextInt(4)) {
            case 0 -> pick(samples);
            case 1 -> neighbour(pick(samples));
            case 2 -> neighbour(neighbour(pick(samples)));
            default -> row();
        };
    }

    /// The version with one piece more, one character less, or one part changed.
    String neighbour(String version) {
        int at = random.nextInt(version.length() + 1);
        int end = Math.min(version.length(), at + random.nextInt(3));
        return version.substring(0, at) + (random.nextInt(4) == 0 ? "" : pick(pieces)) + version.substring(end);
    }

    private String row() {
        StringBuilder row = new StringBuilder();
        for (int left = 1 + random.nextInt(7); left > 0; left--) {
            row.append(pick(pieces));
        }
        return row.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}

package dev.ward.standards.version;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Makes versions, always the same ones: from templates, from loose pieces, and by small changes to others.
final class SampleVersions {

    private static final List<String> NUMBERS = List.of(
            "0",
            "0",
            "0",
            "1",
            "1",
            "1",
            "2",
            "2",
            "3",
            "4",
            "9",
            "10",
            "11",
            "20",
            "00",
            "01",
            "223",
            "224",
            "255",
            "256",
            "65536",
            "20240131",
            "4294967296",
            "999999999999999999",
            "1000000000000000000",
            "18446744073709551616",
            "123456789012345678901234567890");

    private final Random random;
    private final List<String> pieces;
    private final Set<String> versions = new LinkedHashSet<>();

    /// @param pieces  what a version of the ecosystem is made of beside numbers
    SampleVersions(long seed, List<String> pieces) {
        this.random = new Random(seed);
        this.pieces = pieces;
    }

    SampleVersions add(Collection<String> more) {
        versions.addAll(more);
        return this;
    }

    /// Adds versions in which each `#` of a template has become a number.
    SampleVersions fromTemplates(int count, List<String> templates) {
        for (int i = 0; i < count; i++) {
            StringBuilder version = new StringBuilder();
            pick(templates).chars().forEach(c -> version.append(c == '#' ? pick(NUMBERS) : Character.toString(c)));
            versions.add(version.toString());
        }
        return this;
    }

    /// Adds versions of pieces in any order.
    SampleVersions fromPieces(int count) {
        for (int i = 0; i < count; i++) {
            StringBuilder version = new StringBuilder();
            for (int left = 1 + random.nextInt(7); left > 0; left--) {
                version.append(random.nextInt(5) < 2 ? pick(NUMBERS) : pick(pieces));
            }
            versions.add(version.toString());
        }
        return this;
    }

    /// Adds versions that differ from one that is there by a piece more, a character less or a number instead.
    SampleVersions neighbours(int count) {
        List<String> all = List.copyOf(versions);
        for (int i = 0; i < count; i++) {
            String version = pick(all);
            int at = random.nextInt(version.length() + 1);
            String before = version.substring(0, at);
            String after = version.substring(at);
            versions.add(
                    switch (random.nextInt(4)) {
                        case 0 -> before + pick(pieces) + after;
                        case 1 -> before + (after.isEmpty() ? "" : after.substring(1));
                        case 2 -> before + pick(NUMBERS) + (after.isEmpty() ? "" : after.substring(1));
                        default -> version + pick(pieces) + pick(NUMBERS);
                    });
        }
        return this;
    }

    List<String> list() {
        return new ArrayList<>(versions);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}

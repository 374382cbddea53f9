package dev.ward.standards.udi;

import java.util.ArrayList;
import java.util.List;

/// A part of what an application identifier holds.
///
/// @param notation  as it stands in the table: `n6:yymmd0`
/// @param set       which characters it may hold
/// @param min       fewest characters
/// @param max       most characters
/// @param absent    whether it may be absent
record Part(String notation, CharacterSet set, int min, int max, boolean absent, List<Check> checks) {

    /// Reads the notation of the table: `n14:csum`, `x1-20`, `?n2:mi`.
    static Part parse(String notation) {
        boolean absent = notation.startsWith("?");
        String[] words = notation.substring(absent ? 1 : 0).split(":");
        String size = words[0].substring(1);
        int dash = size.indexOf('-');
        List<Check> checks = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            checks.add(Checks.named(words[i]));
        }
        CharacterSet set = switch (words[0].charAt(0)) {
            case 'n' -> CharacterSet.DIGITS;
            case 'x' -> CharacterSet.SET_82;
            case 'y' -> CharacterSet.SET_39;
            case 'z' -> CharacterSet.SET_64;
            default -> throw new IllegalStateException("no set of characters: \"%s\"".formatted(notation));
        };
        int max = Integer.parseInt(size.substring(dash + 1));
        int min = dash < 0 ? max : Integer.parseInt(size.substring(0, dash));
        return new Part(notation, set, min, max, absent, List.copyOf(checks));
    }
}

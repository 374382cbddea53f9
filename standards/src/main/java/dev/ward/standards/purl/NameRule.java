package dev.ward.standards.purl;

import dev.ward.standards.input.Departures;
import dev.ward.standards.input.Quoted;

/// What the names of some types must satisfy beyond their letters.
enum NameRule {
    ANY,
    /// CPAN: a distribution, not a module.
    DISTRIBUTION,
    /// Chrome: 32 letters from a to p, and a version of one to four numbers.
    EXTENSION,
    /// CocoaPods: no blank, no "+", no leading ".".
    POD;

    void check(Purl purl, Departures departures) {
        String name = purl.name();
        switch (this) {
            case ANY -> {}
            case DISTRIBUTION -> {
                if (name.contains("::")) {
                    departures.note("%s is the name of a module, not of a distribution.".formatted(Quoted.of(name)));
                }
            }
            case EXTENSION -> {
                if (!isExtension(name)) {
                    departures.note("%s is not 32 letters from a to p.".formatted(Quoted.of(name)));
                }
                String version = purl.version();
                if (version != null && !isExtensionVersion(version)) {
                    departures.note("The version %s is not one to four numbers.".formatted(Quoted.of(version)));
                }
            }
            case POD -> {
                if (name.startsWith(".") || name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
                    departures.note("%s is not the name of a pod.".formatted(Quoted.of(name)));
                }
            }
        }
    }

    private static boolean isExtension(String name) {
        return name.length() == 32 && name.chars().allMatch(c -> c >= 'a' && c <= 'p');
    }

    private static boolean isExtensionVersion(String version) {
        int numbers = 1;
        char before = '.';
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            if (c == '.' ? before == '.' : c < '0' || c > '9') {
                return false;
            }
            numbers += c == '.' ? 1 : 0;
            before = c;
        }
        return before != '.' && numbers <= 4;
    }
}

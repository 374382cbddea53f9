package dev.ward.reach;

import java.util.UUID;

/// What reaches devices.
///
/// @param id    of the vulnerability, the component (its public id), the release or the configuration
/// @param name  as people call it
public record Subject(Kind kind, UUID id, String name) {

    /// The parameter by which an address names one, and the path of its own page.
    public enum Kind {
        VULNERABILITY("vulnerability", "/vulnerabilities/"),
        COMPONENT("component", "/components/"),
        RELEASE("release", "/releases/"),
        CONFIGURATION("configuration", "/configurations/");

        private final String word;
        private final String path;

        Kind(String word, String path) {
            this.word = word;
            this.path = path;
        }

        public String word() {
            return word;
        }
    }

    /// Its own page.
    public String path() {
        return kind.path + id;
    }
}

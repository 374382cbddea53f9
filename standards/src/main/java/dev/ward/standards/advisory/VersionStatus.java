package dev.ward.standards.advisory;

/// What a publisher says of a version. `UNKNOWN` is the publisher's own word, or nothing said.
///
/// Source: CVE Record Format 5, `status`.
public enum VersionStatus {
    AFFECTED,
    UNAFFECTED,
    UNKNOWN
}

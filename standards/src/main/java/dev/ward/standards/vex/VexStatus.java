package dev.ward.standards.vex;

/// What a supplier says of a vulnerability in a product; the words are OpenVEX's, and CSAF's and
/// CycloneDX's are read as these.
///
/// Source: OpenVEX specification 0.2.0, Status Labels; OASIS CSAF 2.0, 3.2.3.9; CycloneDX 1.6,
/// `analysis.state`.
public enum VexStatus {
    AFFECTED,
    UNDER_INVESTIGATION,
    FIXED,
    NOT_AFFECTED
}

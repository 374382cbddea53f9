package dev.ward.standards.udi;

/// Who issues device identifiers, accredited by the FDA and designated by the European Commission.
///
/// Source: 21 CFR 830 subpart C.
public enum IssuingAgency {
    GS1,
    HIBCC,
    ICCBBA
}

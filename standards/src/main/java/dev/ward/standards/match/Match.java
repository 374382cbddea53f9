package dev.ward.standards.match;

/// One statement of one record that hits one component, with the reason why.
///
/// @param source      the record: `OSV PYSEC-2021-62`
/// @param range       the range as its publisher wrote it
/// @param version     the component's version as it was compared, in the canonical spelling of its order
///     where it has
///                    one (`v1.2.3+build` is `1.2.3`); empty when it states none
/// @param why         one sentence for people: what is stated, how the version was read, which rule decided
public record Match(MatchKind kind, String source, String range, String version, Confidence confidence, String why) {}

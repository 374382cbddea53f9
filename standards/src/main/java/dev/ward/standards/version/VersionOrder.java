package dev.ward.standards.version;

/// The order of one ecosystem's versions: by comparison, which is the truth, and by sort key, which is fast.
///
/// For every two versions whose keys are both `Ordered`, the unsigned order of the keys is the order that
/// `compare`
/// gives. Both never throw for any text; numbers may have any length.
public interface VersionOrder {

    VersionComparison compare(String left, String right);

    SortKey key(String version);

    /// The version in its scheme's canonical spelling, where it has one: what is compared, and not how it is
    /// written.
    /// A text that is no version stays as it is, without white space around it.
    default String normal(String version) {
        return version.strip();
    }
}

package dev.ward.standards.version;

/// The order of one ecosystem's versions: by comparison, which is the truth, and by sort key, which is fast.
///
/// For every two versions whose keys are both `Ordered`, the unsigned order of the keys is the order that `compare`
/// gives. Both never throw for any text; numbers may have any length.
public interface VersionOrder {

    VersionComparison compare(String left, String right);

    SortKey key(String version);
}

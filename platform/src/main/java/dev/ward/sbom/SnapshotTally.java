package dev.ward.sbom;

/// How many parts an SBOM has, and how well it describes its components.
///
/// @param lost    parts that were not read
/// @param marked  parts that were kept although they depart from the format
public record SnapshotTally(
        int components,
        int withPurl,
        int withCpe,
        int withVersion,
        int withSupplier,
        int withLicence,
        int withHash,
        int services,
        int dependencies,
        int lost,
        int marked) {

    /// The share of the components, in whole percent; rounded down, so that 100 means all. 100 when there
    /// are none.
    public int percent(int having) {
        return components == 0 ? 100 : (int) (100L * having / components);
    }
}

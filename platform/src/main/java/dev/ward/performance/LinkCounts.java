package dev.ward.performance;

/// How far the links of a model have come.
///
/// @param components  distinct components in the current SBOMs of its releases in use, whatever their versions
/// @param unlinked    of which nothing has been said
/// @param releases    in use, with an SBOM
public record LinkCounts(long components, long unlinked, int releases) {

    public long linked() {
        return components - unlinked;
    }
}

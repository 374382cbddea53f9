package dev.ward.standards.version;

/// The order of semantic (2.0.0) versions.
final class SemverOrder implements VersionOrder {

    @Override
    public VersionComparison compare(String left, String right) {
        throw new UnsupportedOperationException(left);
    }

    @Override
    public SortKey key(String version) {
        throw new UnsupportedOperationException(version);
    }
}

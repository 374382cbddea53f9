package dev.ward.standards.version;

/// The order of RPM versions.
final class RpmOrder implements VersionOrder {

    @Override
    public VersionComparison compare(String left, String right) {
        throw new UnsupportedOperationException(left);
    }

    @Override
    public SortKey key(String version) {
        throw new UnsupportedOperationException(version);
    }
}

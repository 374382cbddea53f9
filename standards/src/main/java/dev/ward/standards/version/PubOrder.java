package dev.ward.standards.version;

/// The order of Dart (pub) versions.
final class PubOrder implements VersionOrder {

    @Override
    public VersionComparison compare(String left, String right) {
        throw new UnsupportedOperationException(left);
    }

    @Override
    public SortKey key(String version) {
        throw new UnsupportedOperationException(version);
    }
}

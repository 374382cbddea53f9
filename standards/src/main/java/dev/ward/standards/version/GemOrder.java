package dev.ward.standards.version;

/// The order of RubyGems versions.
final class GemOrder implements VersionOrder {

    @Override
    public VersionComparison compare(String left, String right) {
        throw new UnsupportedOperationException(left);
    }

    @Override
    public SortKey key(String version) {
        throw new UnsupportedOperationException(version);
    }
}

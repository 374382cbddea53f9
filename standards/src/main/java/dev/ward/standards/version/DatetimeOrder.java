package dev.ward.standards.version;

/// The order of RFC 3339 time versions.
final class DatetimeOrder implements VersionOrder {

    @Override
    public VersionComparison compare(String left, String right) {
        throw new UnsupportedOperationException(left);
    }

    @Override
    public SortKey key(String version) {
        throw new UnsupportedOperationException(version);
    }
}

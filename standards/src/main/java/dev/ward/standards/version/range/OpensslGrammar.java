package dev.ward.standards.version.range;

import dev.ward.standards.version.VersConstraint.Comparator;

/// Lists of OpenSSL's security advisories, which name each version: `3.0.0, 1.0.1b`.
final class OpensslGrammar implements RangeGrammar {

    @Override
    public void read(String nativeRange, VersionSet versions) {
        for (String version : nativeRange.split(",", -1)) {
            versions.and(Comparator.EQUAL, version.strip());
            versions.or();
        }
    }
}

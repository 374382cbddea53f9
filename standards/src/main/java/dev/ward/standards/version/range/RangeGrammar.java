package dev.ward.standards.version.range;

/// One ecosystem's notation of version ranges.
interface RangeGrammar {

    /// @throws IllegalArgumentException  where the text is no range of the notation
    void read(String nativeRange, VersionSet versions);
}

package dev.ward.sbom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in an SBOM where a component stands.
///
/// @param number    its place in the order of reading, from 1
/// @param ref       the SBOM's own reference; null when it gives none
/// @param parent    reference of the component that it is nested in; null at the top
/// @param subject   true for what the SBOM describes
/// @param location  in words
/// @param hashes    `SHA-256:0123…`
public record Occurrence(
        int number,
        KnownComponent component,
        @Nullable String ref,
        @Nullable String parent,
        boolean subject,
        @Nullable String scope,
        String location,
        List<String> licences,
        List<String> hashes,
        List<String> unreadIdentifiers) {

    public Occurrence {
        licences = List.copyOf(licences);
        hashes = List.copyOf(hashes);
        unreadIdentifiers = List.copyOf(unreadIdentifiers);
    }
}

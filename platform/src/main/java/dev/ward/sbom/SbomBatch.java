package dev.ward.sbom;

import dev.ward.standards.sbom.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A stretch of an SBOM, as large as is stored at once.
final class SbomBatch {

    private static final int MOST_ROWS = 2_000;
    private static final int MOST_CHARACTERS = 1 << 20;

    private final List<Part> components = new ArrayList<>();
    private final CopyText services = new CopyText();
    private final CopyText dependencies = new CopyText();
    private final CopyText unread = new CopyText();
    private int characters;

    /// A component where it stands in the SBOM.
    ///
    /// @param number  of its place, from 1
    /// @param digest  of the identity in hexadecimal, which all components have that are the same to matching
    record Part(int number, Component component, StoredIdentity identity, String digest) {}

    /// All by digest.
    Map<String, StoredIdentity> identities() {
        Map<String, StoredIdentity> identities = new LinkedHashMap<>();
        components.forEach(part -> identities.put(part.digest(), part.identity()));
        return identities;
    }

    void add(Part part) {
        components.add(part);
        Component component = part.component();
        characters +=
                200 + component.name().length() + component.location().pointer().length();
        for (Component.Hash hash : component.hashes()) {
            characters += hash.value().length();
        }
        for (String licence : component.licences()) {
            characters += licence.length();
        }
    }

    List<Part> components() {
        return components;
    }

    CopyText services() {
        return services;
    }

    CopyText dependencies() {
        return dependencies;
    }

    CopyText unread() {
        return unread;
    }

    boolean isFull() {
        return components.size() + services.count() + dependencies.count() + unread.count() >= MOST_ROWS
                || characters + services.length() + dependencies.length() + unread.length() >= MOST_CHARACTERS;
    }

    boolean isEmpty() {
        return components.isEmpty() && services.count() + dependencies.count() + unread.count() == 0;
    }
}

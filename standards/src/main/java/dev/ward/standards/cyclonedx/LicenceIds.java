package dev.ward.standards.cyclonedx;

import dev.ward.standards.input.TableResource;
import java.util.Set;

/// The ids that a licence may have.
///
/// Source: SPDX License List 3.28.0; CycloneDX takes its exceptions too.
final class LicenceIds {

    private static final Set<String> IDS = Set.copyOf(TableResource.lines(LicenceIds.class, "licence-ids.txt"));

    private LicenceIds() {}

    static boolean contains(String id) {
        return IDS.contains(id);
    }
}

package dev.ward.home.demo;

import org.jspecify.annotations.Nullable;

/// A site at which the demo's devices are.
///
/// @param diligence  how likely, of a hundred, it installs a newer release
/// @param weight     how many devices it has, against others
record FleetSite(Owner owner, String reference, String name, String address, int diligence, int weight) {

    /// @param via  the reference of the distributor that serves it; null for none
    record Owner(
            String reference,
            String name,
            String kind,
            String country,
            String region,
            String city,
            @Nullable String via) {}
}

package dev.ward.home.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words from which the demo's places are named. None of them exists.
///
/// @param sites     the names of sites at one customer
/// @param homeCare  the clinic whose devices are in patients' homes
/// @param invited   the hospital whose person signs in to the demo
record PlaceWords(
        List<Country> countries, List<String> sites, List<Named> distributors, Named homeCare, Named invited) {

    /// @param via  the reference of the distributor that serves it; null for none
    record Country(
            String code,
            int weight,
            String city,
            List<String> streets,
            @Nullable String via,
            List<String> regions,
            List<String> first,
            List<String> second,
            List<String> names) {}

    record Named(
            String reference,
            String name,
            String country,
            @Nullable String city) {}
}

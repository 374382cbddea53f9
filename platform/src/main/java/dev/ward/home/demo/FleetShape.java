package dev.ward.home.demo;

import java.util.List;
import java.util.Map;

/// How the demo's fleet is to look; weights are shares of a thousand where nothing else is said.
///
/// @param years           over which devices were made
/// @param stock           devices that are with the manufacturer
/// @param scrapped        devices that the manufacturer destroyed
/// @param unknownRelease  devices of which nobody knows what runs on them
/// @param unknownNetwork  devices of which nobody knows whether they are on a network
record FleetShape(
        long seed,
        int years,
        int customers,
        int sites,
        List<Kind> models,
        List<Status> statuses,
        int stock,
        int scrapped,
        int unknownRelease,
        int unknownNetwork) {

    /// @param delivery    the most devices of one delivery
    /// @param present     how many of a hundred sites have some
    /// @param networked   how many of a hundred devices are on a network
    /// @param configurations  the names, by the version of the release that runs in them
    record Kind(
            String product,
            String di,
            String prefix,
            int devices,
            int delivery,
            int present,
            int networked,
            Map<String, String> configurations) {}

    record Status(String word, int weight) {}
}

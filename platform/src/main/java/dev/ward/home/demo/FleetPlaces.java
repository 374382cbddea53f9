package dev.ward.home.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Names the demo's customers and their sites.
final class FleetPlaces {

    private static final int FIRST_NUMBER = 1002;
    private static final int LARGEST_HOUSE = 140;
    private static final int WELL_KEPT = 70;

    private final PlaceWords words;
    private final Random random;

    FleetPlaces(PlaceWords words, Random random) {
        this.words = words;
        this.random = random;
    }

    /// The first is of the hospital whose person signs in, the second of those who treat patients at
    /// home.
    List<FleetSite> sites(int customers, int sites) {
        List<FleetSite.Owner> owners = owners(customers - words.distributors().size());
        List<FleetSite> all = new ArrayList<>();
        for (FleetSite.Owner owner : owners) {
            all.add(site(owner, 0));
        }
        int[] counts = new int[owners.size()];
        while (all.size() < sites) {
            // The first third are the large houses.
            int of = random.nextInt(3) == 0 ? random.nextInt(owners.size()) : random.nextInt(owners.size() / 3);
            if (of != 1 && counts[of] < words.sites().size() - 1) {
                counts[of]++;
                all.add(site(owners.get(of), counts[of]));
            }
        }
        return all;
    }

    private List<FleetSite.Owner> owners(int most) {
        List<FleetSite.Owner> owners = new ArrayList<>();
        owners.add(owner(words.invited(), "hospital"));
        owners.add(owner(words.homeCare(), "clinic"));
        List<FleetSite.Owner> others = new ArrayList<>();
        int weights =
                words.countries().stream().mapToInt(PlaceWords.Country::weight).sum();
        for (PlaceWords.Country country : words.countries()) {
            int share = Math.ceilDiv(most * country.weight(), weights);
            List<String> towns = towns(country);
            for (int i = 0; i < Math.min(share, towns.size()); i++) {
                String name = pick(country.names()).formatted(towns.get(i));
                others.add(new FleetSite.Owner(
                        "",
                        name,
                        name.startsWith("Clinique") ? "clinic" : "hospital",
                        country.code(),
                        pick(country.regions()),
                        towns.get(i),
                        country.via()));
            }
        }
        Collections.shuffle(others, random);
        for (FleetSite.Owner one : others.subList(0, most - owners.size())) {
            owners.add(new FleetSite.Owner(
                    "C-" + (FIRST_NUMBER + owners.size()),
                    one.name(),
                    one.kind(),
                    one.country(),
                    one.region(),
                    one.city(),
                    one.via()));
        }
        return owners;
    }

    private List<String> towns(PlaceWords.Country country) {
        List<String> towns = new ArrayList<>();
        for (String first : country.first()) {
            for (String second : country.second()) {
                String town = country.city().formatted(first, second);
                if (!town.equals(words.invited().city())
                        && !town.equals(words.homeCare().city())) {
                    towns.add(town);
                }
            }
        }
        Collections.shuffle(towns, random);
        return towns;
    }

    private FleetSite.Owner owner(PlaceWords.Named named, String kind) {
        PlaceWords.Country country = country(named.country());
        return new FleetSite.Owner(
                named.reference(),
                named.name(),
                kind,
                named.country(),
                country.regions().getFirst(),
                named.city() == null ? "" : named.city(),
                null);
    }

    private FleetSite site(FleetSite.Owner owner, int number) {
        boolean homes = owner.name().equals(words.homeCare().name());
        return new FleetSite(
                owner,
                owner.reference() + "-" + (number + 1),
                homes ? "Patients' homes" : words.sites().get(number),
                pick(country(owner.country()).streets()) + " " + (1 + random.nextInt(LARGEST_HOUSE)),
                owner.reference().equals(words.invited().reference()) ? WELL_KEPT : 15 + random.nextInt(80),
                number == 0 ? 60 + random.nextInt(120) : 15 + random.nextInt(70));
    }

    private PlaceWords.Country country(String code) {
        return words.countries().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}

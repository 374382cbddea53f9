package dev.ward.device.web;

import dev.ward.customer.Countries;
import dev.ward.customer.Region;
import dev.ward.device.FleetFigures;
import dev.ward.device.FleetFigures.OfAge;
import dev.ward.device.FleetFigures.OfCountry;
import dev.ward.device.FleetFigures.OfRelease;
import dev.ward.web.Address;
import dev.ward.web.Bars;
import dev.ward.web.Bars.Bar;
import dev.ward.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the fleet's figures say, drawn as bars.
final class FleetBars {

    private static final int MOST_RELEASES = 12;
    private static final int MOST_COUNTRIES = 15;
    private static final int MOST_YEARS = 12;

    private FleetBars() {}

    /// @param list  the devices behind the figures; null when no list holds exactly them
    static Bars installed(FleetFigures figures, @Nullable Address list) {
        List<Bar> bars = new ArrayList<>();
        long rest = 0;
        long others = 0;
        long unknown = figures.unknownRelease();
        boolean one =
                figures.installed().stream().map(OfRelease::product).distinct().count() == 1;
        for (OfRelease release : figures.installed()) {
            if (release.release() != null && bars.size() < MOST_RELEASES) {
                String word = one ? "" + release.version() : release.productName() + " " + release.version();
                bars.add(new Bar(word, path(list, "release", "" + release.release()), release.devices(), 0));
            } else if (release.release() != null) {
                rest += release.devices();
                others++;
            }
        }
        String title = bars.isEmpty()
                ? "Nobody knows what runs on any of these devices"
                : "%s of the devices run %s, more than any other release"
                        .formatted(
                                Bars.share(bars.getFirst().count(), figures.devices()),
                                bars.getFirst().word());
        if (others > 0) {
            bars.add(new Bar(Words.counted(others, "other release", "other releases"), null, rest, 0));
        }
        if (unknown > 0) {
            bars.add(new Bar("Unknown release", path(list, "release", DeviceQuestion.UNKNOWN), unknown, unknown));
        }
        return new Bars(title, "Release", "Devices", null, bars);
    }

    static Bars countries(FleetFigures figures, @Nullable Address list) {
        List<Bar> bars = new ArrayList<>();
        long rest = 0;
        long others = 0;
        long unknown = 0;
        for (OfCountry one : figures.countries()) {
            String country = one.country();
            if (country == null) {
                unknown = one.devices();
            } else if (bars.size() < MOST_COUNTRIES) {
                bars.add(new Bar(Countries.name(country), path(list, "country", country), one.devices(), 0));
            } else {
                rest += one.devices();
                others++;
            }
        }
        String title = bars.isEmpty()
                ? "Nobody knows in which country these devices are"
                : "%s has the most devices, %s of them"
                        .formatted(
                                bars.getFirst().word(),
                                Bars.share(bars.getFirst().count(), figures.devices()));
        if (others > 0) {
            bars.add(new Bar(Words.counted(others, "other country", "other countries"), null, rest, 0));
        }
        if (unknown > 0) {
            bars.add(new Bar("Country not known", null, unknown, unknown));
        }
        return new Bars(title, "Country", "Devices", null, bars);
    }

    static Map<Region, Long> regions(FleetFigures figures) {
        Map<Region, Long> sums = new EnumMap<>(Region.class);
        for (OfCountry one : figures.countries()) {
            Region region = one.country() == null ? null : Region.of(one.country());
            if (region != null) {
                sums.merge(region, one.devices(), Long::sum);
            }
        }
        return sums;
    }

    static Bars regionBars(FleetFigures figures, Address here) {
        Map<Region, Long> sums = regions(figures);
        List<Bar> bars = new ArrayList<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<Region, Long>comparingByValue().reversed())
                .forEach(one -> bars.add(new Bar(
                        one.getKey().title(),
                        here.without("country")
                                .with("region", one.getKey().word())
                                .toString(),
                        one.getValue(),
                        0)));
        long known = bars.stream().mapToLong(Bar::count).sum();
        if (known < figures.devices()) {
            long unknown = figures.devices() - known;
            bars.add(new Bar("Region not known", null, unknown, unknown));
        }
        return new Bars(
                "These devices are in %s of the world".formatted(Words.counted(sums.size(), "region", "regions")),
                "Region",
                "Devices",
                null,
                bars);
    }

    static Bars manufactured(FleetFigures figures, LocalDate today) {
        List<Bar> bars = new ArrayList<>();
        long earlier = 0;
        long earlierUnknown = 0;
        OfAge none = null;
        int first = today.getYear() - MOST_YEARS + 1;
        long old = 0;
        for (OfAge age : figures.manufactured()) {
            LocalDate since = age.since();
            if (since == null) {
                none = age;
                continue;
            }
            old += since.getYear() <= today.getYear() - 10 ? age.devices() : 0;
            if (since.getYear() < first) {
                earlier += age.devices();
                earlierUnknown += age.unknown();
            } else {
                bars.add(new Bar("" + since.getYear(), null, age.devices(), age.unknown()));
            }
        }
        if (earlier > 0) {
            bars.add(new Bar("Before " + first, null, earlier, earlierUnknown));
        }
        if (none != null) {
            bars.add(new Bar("Year not known", null, none.devices(), none.unknown()));
        }
        String title = old == 0
                ? "No device is known to have been made %d or earlier".formatted(today.getYear() - 10)
                : "%s made %d or earlier"
                        .formatted(Words.counted(old, "device was", "devices were"), today.getYear() - 10);
        return new Bars(title, "Made in", "Devices", "Unknown release", bars);
    }

    /// The bands of the last confirmation, from their first month on: within a quarter, a half, a year, two years.
    private static final List<Integer> BANDS = List.of(3, 6, 12, 24);

    static Bars confirmed(FleetFigures figures, LocalDate today, @Nullable Address list) {
        LocalDate month = today.withDayOfMonth(1);
        long[] devices = new long[BANDS.size() + 2];
        long[] unknown = new long[BANDS.size() + 2];
        for (OfAge age : figures.confirmed()) {
            int band = band(age.since(), month);
            devices[band] += age.devices();
            unknown[band] += age.unknown();
        }
        String longest = list == null ? null : list.with("sort", "confirmed").toString();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < devices.length; i++) {
            boolean never = i == devices.length - 1;
            String word = never
                    ? "Never"
                    : i == BANDS.size()
                            ? "Before " + words(month.minusMonths(BANDS.getLast()))
                            : "Since " + words(month.minusMonths(BANDS.get(i)));
            bars.add(new Bar(word, never ? longest : null, devices[i], unknown[i]));
        }
        long silent = figures.unconfirmedSince(month.minusMonths(12));
        String title = silent == 0
                ? "Every device was confirmed within a year"
                : "%s confirmed since %s"
                        .formatted(
                                Words.counted(silent, "device was not", "devices were not"),
                                words(month.minusMonths(12)));
        return new Bars(title, "Last confirmed", "Devices", "Unknown release", bars);
    }

    private static int band(@Nullable LocalDate since, LocalDate month) {
        if (since == null) {
            return BANDS.size() + 1;
        }
        for (int i = 0; i < BANDS.size(); i++) {
            if (!since.isBefore(month.minusMonths(BANDS.get(i)))) {
                return i;
            }
        }
        return BANDS.size();
    }

    /// "2026-11"
    private static String words(LocalDate month) {
        return month.toString().substring(0, 7);
    }

    private static @Nullable String path(@Nullable Address list, String name, String value) {
        return list == null ? null : list.with(name, value).toString();
    }
}

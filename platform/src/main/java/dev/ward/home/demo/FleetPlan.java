package dev.ward.home.demo;

import dev.ward.product.Release;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Lays out the demo's fleet, the same for the same day: which device was made and shipped when, where
/// it is, and what runs on it.
final class FleetPlan {

    private static final int THOUSAND = 1_000;
    private static final int HUNDRED = 100;
    private static final int LONGEST_WAY = 75;
    private static final int LONGEST_UNHEARD = 1_100;

    private final FleetShape shape;
    private final List<FleetSite> sites;
    private final Map<String, List<Release>> releases;
    private final LocalDate today;
    private final Random random;
    private int notes;

    /// @param releases  by product, those that were released, the oldest first
    FleetPlan(
            FleetShape shape,
            List<FleetSite> sites,
            Map<String, List<Release>> releases,
            LocalDate today,
            Random random) {
        this.shape = shape;
        this.sites = sites;
        this.releases = releases;
        this.today = today;
        this.random = random;
    }

    /// All devices, numbered in the order in which they were made.
    List<FleetUnit> units() {
        List<FleetUnit> units = new ArrayList<>();
        for (FleetShape.Kind kind : shape.models()) {
            List<FleetUnit> made = new ArrayList<>();
            int kept = kind.devices() * (shape.stock() + shape.scrapped()) / THOUSAND;
            keep(kind, kept, made);
            deliver(kind, kind.devices() - kept, made);
            units.addAll(numbered(made));
        }
        return units;
    }

    private static List<FleetUnit> numbered(List<FleetUnit> made) {
        made.sort(Comparator.comparing(FleetUnit::manufactured));
        Map<Integer, Integer> numbers = new HashMap<>();
        return made.stream()
                .map(unit -> unit.numbered("%s-%02d-%05d"
                        .formatted(
                                unit.kind().prefix(),
                                unit.manufactured().getYear() % HUNDRED,
                                numbers.merge(unit.manufactured().getYear(), 1, Integer::sum))))
                .toList();
    }

    private void keep(FleetShape.Kind kind, int kept, List<FleetUnit> made) {
        int scrapped = Math.max(1, kept * shape.scrapped() / (shape.stock() + shape.scrapped()));
        for (int i = 0; i < kept; i++) {
            LocalDate day = today.minusDays(20L + random.nextInt(i < scrapped ? 365 * shape.years() : 240));
            made.add(new FleetUnit(
                    kind,
                    "",
                    day,
                    null,
                    i < scrapped ? "scrapped" : "in stock",
                    newest(kind, day).version(),
                    null,
                    false,
                    null,
                    day.plusDays(random.nextInt(20)),
                    null,
                    null));
        }
    }

    private void deliver(FleetShape.Kind kind, int all, List<FleetUnit> made) {
        List<FleetSite> having = sites.stream()
                .filter(site -> site.reference().endsWith("-1") || random.nextInt(HUNDRED) < kind.present())
                .toList();
        long weights = having.stream().mapToLong(FleetSite::weight).sum();
        int left = all;
        long weightLeft = weights;
        for (FleetSite site : having) {
            int share = Math.toIntExact(left * (long) site.weight() / weightLeft);
            left -= share;
            weightLeft -= site.weight();
            while (share > 0) {
                int quantity = Math.min(share, 1 + random.nextInt(kind.delivery()));
                deliver(kind, site, quantity, made);
                share -= quantity;
            }
        }
    }

    private void deliver(FleetShape.Kind kind, FleetSite site, int quantity, List<FleetUnit> made) {
        // More was sold of late than in the beginning.
        double age = Math.pow(random.nextDouble(), 1.4) * 365 * shape.years();
        LocalDate shipped = today.minusDays(12L + (long) age);
        LocalDate manufactured = shipped.minusDays(10L + random.nextInt(LONGEST_WAY));
        String note = "DN-%06d".formatted(100_000 + ++notes);
        LocalDate contract = random.nextInt(HUNDRED) < 65 ? today.plusDays(random.nextInt(1_200) - 200L) : null;
        for (int i = 0; i < quantity; i++) {
            LocalDate confirmed = confirmed(shipped);
            String release = release(kind, site, shipped, confirmed);
            made.add(new FleetUnit(
                    kind,
                    "",
                    manufactured,
                    site,
                    status(site),
                    release,
                    release == null ? null : kind.configurations().get(release),
                    networked(kind),
                    contract,
                    confirmed,
                    shipped,
                    note));
        }
    }

    private LocalDate confirmed(LocalDate shipped) {
        LocalDate heard = today.minusDays((long) (Math.pow(random.nextDouble(), 2.2) * LONGEST_UNHEARD));
        return heard.isBefore(shipped) ? shipped : heard;
    }

    private String status(FleetSite site) {
        if (site.name().equals("Patients' homes")) {
            return random.nextInt(HUNDRED) < 90 ? "loaned" : "in use";
        }
        int drawn = random.nextInt(THOUSAND);
        for (FleetShape.Status status : shape.statuses()) {
            drawn -= status.weight();
            if (drawn < 0) {
                return status.word();
            }
        }
        return shape.statuses().getFirst().word();
    }

    private @Nullable String release(FleetShape.Kind kind, FleetSite site, LocalDate shipped, LocalDate confirmed) {
        if (random.nextInt(THOUSAND) < shape.unknownRelease()) {
            return null;
        }
        List<Release> all = of(kind);
        int installed = all.indexOf(newest(kind, shipped));
        while (installed + 1 < all.size()
                && !released(all.get(installed + 1)).isAfter(confirmed)
                && random.nextInt(HUNDRED) < site.diligence()) {
            installed++;
        }
        return all.get(installed).version();
    }

    private @Nullable Boolean networked(FleetShape.Kind kind) {
        return random.nextInt(THOUSAND) < shape.unknownNetwork()
                ? null
                : Boolean.valueOf(random.nextInt(HUNDRED) < kind.networked());
    }

    /// The newest release of a day; the oldest of all before it came: devices of earlier ones were
    /// updated to it.
    private Release newest(FleetShape.Kind kind, LocalDate day) {
        Release newest = of(kind).getFirst();
        for (Release release : of(kind)) {
            if (!released(release).isAfter(day)) {
                newest = release;
            }
        }
        return newest;
    }

    private List<Release> of(FleetShape.Kind kind) {
        return Objects.requireNonNull(releases.get(kind.product()), kind.product());
    }

    private static LocalDate released(Release release) {
        return Objects.requireNonNull(release.released(), release.version());
    }
}

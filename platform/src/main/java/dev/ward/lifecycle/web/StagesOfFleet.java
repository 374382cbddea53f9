package dev.ward.lifecycle.web;

import dev.ward.device.FleetSection;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.lifecycle.FleetStages;
import dev.ward.lifecycle.Market;
import dev.ward.lifecycle.Markets;
import dev.ward.lifecycle.Stage;
import dev.ward.web.Bars;
import dev.ward.web.Bars.Bar;
import dev.ward.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// How many devices are in which stage, on the fleet's page.
@Component
class StagesOfFleet implements FleetSection {

    private final FleetStages fleet;
    private final Markets markets;
    private final Visibility visibility;

    StagesOfFleet(FleetStages fleet, Markets markets, Visibility visibility) {
        this.fleet = fleet;
        this.markets = markets;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Lifecycle stage";
    }

    @Override
    public String view() {
        return "lifecycle/fleet";
    }

    @Override
    public Map<String, Object> model(Subject subject) {
        Market market = markets.named(subject.here().get("market"));
        FleetStages.Counts counts = fleet.counts(visibility.reader(), subject.filter(), market);
        return Map.of("bars", bars(counts), "market", market, "markets", markets.list(), "here", subject.here());
    }

    private static Bars bars(FleetStages.Counts counts) {
        List<Bar> bars = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (counts.of(stage) > 0) {
                bars.add(new Bar(stage.title(), null, counts.of(stage), 0));
            }
        }
        if (counts.undated() > 0) {
            bars.add(new Bar("No stage known", null, counts.undated(), counts.undated()));
        }
        if (counts.unknownRelease() > 0) {
            bars.add(new Bar("Unknown release", null, counts.unknownRelease(), counts.unknownRelease()));
        }
        long ended = counts.of(Stage.END_OF_SUPPORT) + counts.of(Stage.DECOMMISSIONED);
        String title = ended == 0
                ? "No device is known to run a release without support"
                : "%s a release whose support has ended".formatted(Words.counted(ended, "device runs", "devices run"));
        return new Bars(title, "Stage", "Devices", null, bars);
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return Permission.DEVICE_READ.name();
    }
}

package dev.ward.lifecycle.web;

import dev.ward.customer.Customers;
import dev.ward.device.FleetQuestion;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.lifecycle.FleetStages;
import dev.ward.lifecycle.Market;
import dev.ward.lifecycle.Markets;
import dev.ward.lifecycle.Stage;
import dev.ward.web.Summary;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FleetStageApi {

    private final FleetStages fleet;
    private final Markets markets;
    private final Customers customers;
    private final Visibility visibility;

    FleetStageApi(FleetStages fleet, Markets markets, Customers customers, Visibility visibility) {
        this.fleet = fleet;
        this.markets = markets;
        this.customers = customers;
        this.visibility = visibility;
    }

    @GetMapping("/api/v1/fleet/stages")
    @Summary("Counts the devices in the field by the lifecycle stage of their release, by the dates of one market")
    @Requires(Permission.DEVICE_READ)
    StagesView stages(@ModelAttribute FleetQuestion question, @RequestParam(required = false) @Nullable String market) {
        Market of = markets.named(market);
        FleetStages.Counts counts =
                fleet.counts(visibility.reader(), question.filter(visibility.reader(), customers), of);
        return new StagesView(
                of.code(),
                Arrays.stream(Stage.values())
                        .map(stage -> new OfStage(stage.word(), counts.of(stage)))
                        .toList(),
                counts.undated(),
                counts.unknownRelease());
    }

    /// @param undated         with a release of which no stage is known
    /// @param unknownRelease  of which nobody knows the release, and so not its stage either
    record StagesView(String market, List<OfStage> stages, long undated, long unknownRelease) {}

    record OfStage(String stage, long devices) {}
}

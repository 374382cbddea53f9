package dev.ward.device.web;

import dev.ward.device.Shipment;
import dev.ward.device.ShipmentId;
import dev.ward.device.Shipments;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shipments")
class ShipmentApi {

    private final Shipments shipments;
    private final CurrentActor actor;
    private final Visibility visibility;

    ShipmentApi(Shipments shipments, CurrentActor actor, Visibility visibility) {
        this.shipments = shipments;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Summary("Lists shipments and returns, the last first; by product, consignee, serial or lot, and day")
    @Requires(Permission.DEVICE_READ)
    Slice<ShipmentView> list(
            @ModelAttribute ShipmentQuestion question,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return shipments
                .list(visibility.reader(), question.filter(), after, Slice.limit(limit))
                .map(ShipmentView::from);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds a shipment or a return; day, product, consignee, and quantity or serials are needed")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<ShipmentView> create(@RequestBody ShipmentBody body) {
        Shipment shipment = shipments.create(actor.get(), visibility.reader(), body.draft());
        return ResponseEntity.created(URI.create("/api/v1/shipments/" + shipment.id()))
                .body(ShipmentView.from(shipment));
    }

    @GetMapping("/{id}")
    @Summary("Gives a shipment")
    @Requires(Permission.DEVICE_READ)
    ShipmentView get(@PathVariable ShipmentId id) {
        return ShipmentView.from(shipments.get(visibility.reader(), id));
    }

    @GetMapping("/{id}/serials")
    @Summary("Lists the serials of a shipment, the first 10,000")
    @Requires(Permission.DEVICE_READ)
    Slice<String> serials(@PathVariable ShipmentId id) {
        return new Slice<>(shipments.serials(visibility.reader(), id), null);
    }

    @PostMapping("/{id}/cancel")
    @Summary("Cancels a shipment that was entered by mistake; it stays readable and counts no more")
    @Requires(Permission.DEVICE_WRITE)
    ShipmentView cancel(@PathVariable ShipmentId id) {
        return ShipmentView.from(shipments.cancel(actor.get(), visibility.reader(), id));
    }
}

package dev.ward.home.demo;

import dev.ward.audit.Actor;
import dev.ward.device.DeviceStatus;
import dev.ward.device.PopulationDraft;
import dev.ward.device.PopulationKind;
import dev.ward.device.Populations;
import dev.ward.device.ProductionDraft;
import dev.ward.device.Productions;
import dev.ward.device.ShipmentDraft;
import dev.ward.device.ShipmentKind;
import dev.ward.device.Shipments;
import dev.ward.identity.Reader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Counts what of the demo's products has no serial: lines, apps, tenants of a service.
@Component
class DemoPopulations {

    private final DemoFile file;
    private final Populations populations;
    private final Productions productions;
    private final Shipments shipments;

    DemoPopulations(DemoFile file, Populations populations, Productions productions, Shipments shipments) {
        this.file = file;
        this.populations = populations;
        this.productions = productions;
        this.shipments = shipments;
    }

    private record Told(List<Made> productions, List<Moved> shipments, List<Counted> populations) {}

    private record Made(
            String product, String di, String lot, long quantity, LocalDate manufactured, LocalDate expires) {}

    private record Moved(
            String product, String di, String lot, long quantity, LocalDate moved, String customer, String note) {}

    private record Counted(
            PopulationKind kind,
            String product,
            @Nullable String di,
            @Nullable String lot,
            @Nullable String release,
            @Nullable String customer,
            @Nullable String country,
            DeviceStatus status,
            long quantity,
            boolean estimated,
            @Nullable LocalDate manufactured,
            @Nullable LocalDate expires) {}

    void tell(DemoPeople people, DemoNames names) throws IOException {
        Told told = file.read("populations.json", Told.class);
        Actor actor = people.actor("field-service");
        Reader reader = people.reader("field-service");
        told.productions().forEach(one -> productions.create(actor, reader, made(names, one)));
        told.shipments().forEach(one -> shipments.create(actor, reader, moved(names, one)));
        told.populations().forEach(one -> populations.create(actor, reader, counted(names, one)));
    }

    private static ProductionDraft made(DemoNames names, Made one) {
        return new ProductionDraft(
                names.product(one.product()),
                null,
                one.di(),
                one.lot(),
                null,
                null,
                one.quantity(),
                one.manufactured(),
                one.expires(),
                null,
                null);
    }

    private static ShipmentDraft moved(DemoNames names, Moved one) {
        return new ShipmentDraft(
                ShipmentKind.SHIPMENT,
                one.moved(),
                names.product(one.product()),
                null,
                one.di(),
                one.lot(),
                null,
                one.quantity(),
                List.of(),
                Objects.requireNonNull(names.customer(one.customer())),
                null,
                null,
                null,
                one.note());
    }

    private static PopulationDraft counted(DemoNames names, Counted one) {
        String release = one.release();
        return new PopulationDraft(
                one.kind(),
                names.product(one.product()),
                null,
                one.di(),
                one.lot(),
                release == null ? null : names.release(one.product(), release).id(),
                names.customer(one.customer()),
                null,
                one.country(),
                null,
                one.status(),
                one.quantity(),
                one.estimated(),
                one.manufactured(),
                one.expires());
    }
}

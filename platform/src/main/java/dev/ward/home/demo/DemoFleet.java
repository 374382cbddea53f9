package dev.ward.home.demo;

import dev.ward.audit.Actor;
import dev.ward.customer.CustomerDraft;
import dev.ward.customer.CustomerKind;
import dev.ward.customer.Customers;
import dev.ward.device.DeviceFiles;
import dev.ward.device.ProductionDraft;
import dev.ward.device.Productions;
import dev.ward.device.ShipmentDraft;
import dev.ward.device.ShipmentKind;
import dev.ward.device.Shipments;
import dev.ward.identity.Reader;
import dev.ward.job.JobId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Brings the demo's devices into the field, and its books nearly in order.
@Component
class DemoFleet {

    private static final int NEVER_SHIPPED = 4;
    private static final int NOWHERE = 3;
    private static final int LIFE_MONTHS = 120;

    private final DemoFile file;
    private final Customers customers;
    private final DeviceFiles files;
    private final Productions productions;
    private final Shipments shipments;
    private final Clock clock;

    DemoFleet(
            DemoFile file,
            Customers customers,
            DeviceFiles files,
            Productions productions,
            Shipments shipments,
            Clock clock) {
        this.file = file;
        this.customers = customers;
        this.files = files;
        this.productions = productions;
        this.shipments = shipments;
        this.clock = clock;
    }

    /// @param await  waits for a job to end
    void tell(DemoPeople people, DemoNames names, Consumer<JobId> await) throws IOException {
        FleetShape shape = file.read("fleet.json", FleetShape.class);
        PlaceWords words = file.read("places.json", PlaceWords.class);
        Actor actor = people.actor("field-service");
        Reader reader = people.reader("field-service");
        for (PlaceWords.Named one : words.distributors()) {
            customers.create(
                    actor,
                    new CustomerDraft(one.name(), CustomerKind.DISTRIBUTOR, one.country(), null, one.reference()));
        }
        Random random = new Random(shape.seed());
        List<FleetSite> sites = new FleetPlaces(words, random).sites(shape.customers(), shape.sites());
        List<FleetUnit> units = new FleetPlan(shape, sites, names.released(), LocalDate.now(clock), random).units();
        List<FleetUnit> said = withGaps(units);
        await.accept(files.take(actor, reader, "installed-base.csv", new ByteArrayInputStream(FleetTable.of(said)))
                .id());
        for (Map.Entry<String, List<FleetUnit>> lot : lots(units).entrySet()) {
            productions.create(actor, reader, production(names, lot.getKey(), lot.getValue()));
        }
        misplace(actor, reader, names, words, units);
    }

    /// Some that are at a customer were never written into a delivery note.
    private static List<FleetUnit> withGaps(List<FleetUnit> units) {
        List<FleetUnit> said = new ArrayList<>(units);
        int stride = units.size() / (NEVER_SHIPPED + 1);
        for (int i = 1; i <= NEVER_SHIPPED; i++) {
            int at = i * stride;
            while (said.get(at).site() == null) {
                at++;
            }
            said.set(at, said.get(at).neverShipped());
        }
        return said;
    }

    private static Map<String, List<FleetUnit>> lots(List<FleetUnit> units) {
        Map<String, List<FleetUnit>> lots = new TreeMap<>();
        units.forEach(
                unit -> lots.computeIfAbsent(unit.lot(), _ -> new ArrayList<>()).add(unit));
        return lots;
    }

    /// Of one lot more were made than there are anywhere.
    private ProductionDraft production(DemoNames names, String lot, List<FleetUnit> units) {
        FleetUnit first = units.getFirst();
        FleetUnit last = units.getLast();
        return new ProductionDraft(
                names.product(first.kind().product()),
                null,
                first.kind().di(),
                lot,
                first.serial(),
                last.serial(),
                units.size()
                        + (lot.equals("TW%02dQ2".formatted(LocalDate.now(clock).getYear() % 100 - 3)) ? NOWHERE : 0),
                first.manufactured(),
                null,
                LIFE_MONTHS,
                null);
    }

    /// Two that nobody knows were shipped, and one that is said to be in stock.
    private void misplace(Actor actor, Reader reader, DemoNames names, PlaceWords words, List<FleetUnit> units) {
        FleetUnit stocked = units.stream()
                .filter(unit -> unit.status().equals("in stock"))
                .findFirst()
                .orElseThrow();
        FleetUnit known = units.stream()
                .filter(unit -> unit.shipped() != null)
                .findFirst()
                .orElseThrow();
        ship(actor, reader, names, words, stocked, List.of(stocked.serial()));
        ship(
                actor,
                reader,
                names,
                words,
                known,
                List.of(
                        known.kind().prefix()
                                + "-%02d-90001".formatted(known.manufactured().getYear() % 100),
                        known.kind().prefix()
                                + "-%02d-90002".formatted(known.manufactured().getYear() % 100)));
    }

    private void ship(
            Actor actor, Reader reader, DemoNames names, PlaceWords words, FleetUnit like, List<String> serials) {
        shipments.create(
                actor,
                reader,
                new ShipmentDraft(
                        ShipmentKind.SHIPMENT,
                        Objects.requireNonNullElse(like.shipped(), like.confirmed()),
                        names.product(like.kind().product()),
                        null,
                        like.kind().di(),
                        like.lot(),
                        null,
                        (long) serials.size(),
                        serials,
                        Objects.requireNonNull(names.customer(words.invited().reference())),
                        null,
                        null,
                        null,
                        "DN-%s".formatted(serials.getFirst())));
    }
}

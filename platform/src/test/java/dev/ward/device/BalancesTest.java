package dev.ward.device;

import static dev.ward.device.TestFleet.ANNA;
import static dev.ward.device.TestFleet.READER;
import static dev.ward.device.TestFleet.at;
import static dev.ward.device.TestFleet.draft;
import static dev.ward.device.TestFleet.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import dev.ward.customer.Customer;
import dev.ward.product.Product;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WardTest
class BalancesTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private final TestFleet fleet;
    private final Shipments shipments;
    private final Productions productions;
    private final Populations populations;
    private final Balances balances;

    @Autowired
    BalancesTest(
            TestFleet fleet, Shipments shipments, Productions productions, Populations populations, Balances balances) {
        this.fleet = fleet;
        this.shipments = shipments;
        this.productions = productions;
        this.populations = populations;
        this.balances = balances;
    }

    private void make(Product product, @Nullable String lot, long quantity) {
        productions.create(
                ANNA,
                READER,
                new ProductionDraft(product.id(), null, null, lot, null, null, quantity, MAY, null, 120, null));
    }

    private Shipment move(ShipmentKind kind, LocalDate day, Product product, Customer to, String... serials) {
        return shipments.create(ANNA, READER, movement(kind, day, product, to, null, null, serials));
    }

    private static ShipmentDraft movement(
            ShipmentKind kind,
            LocalDate day,
            Product product,
            Customer to,
            @Nullable String lot,
            @Nullable Long quantity,
            String... serials) {
        return new ShipmentDraft(
                kind,
                day,
                product.id(),
                null,
                null,
                lot,
                null,
                quantity,
                List.of(serials),
                to.id(),
                null,
                null,
                null,
                null);
    }

    private void count(Product product, @Nullable Customer at, String lot, DeviceStatus status, long quantity) {
        populations.create(
                ANNA,
                READER,
                new PopulationDraft(
                        PopulationKind.LOT,
                        product.id(),
                        null,
                        null,
                        lot,
                        null,
                        at == null ? null : at.id(),
                        null,
                        null,
                        null,
                        status,
                        quantity,
                        false,
                        null,
                        null));
    }

    @Test
    void holdsWhatWasMadeAgainstStockShipmentsAndScrap() {
        Product product = fleet.product();
        Customer customer = fleet.customer("DE");
        make(product, null, 6);
        fleet.add(running(draft(product, "S1"), null, DeviceStatus.IN_STOCK));
        fleet.add(running(draft(product, "S2"), null, DeviceStatus.SCRAPPED));
        fleet.add(at(draft(product, "S3"), customer, null));
        fleet.add(running(at(draft(product, "S4"), customer, null), null, DeviceStatus.IN_STOCK));
        move(ShipmentKind.SHIPMENT, MAY, product, customer, "S3", "S4", "S5");
        move(ShipmentKind.RETURN, JUNE, product, customer, "S5");

        Balance balance = balances.balances(READER, product.id()).getFirst();

        assertThat(balance)
                .isEqualTo(new Balance(product.name(), null, null, 6, 1, 2, 1))
                .extracting(Balance::difference)
                .isEqualTo(2L);
        assertThat(balances.balances(READER)).contains(balance);
    }

    @Test
    void balancesLotsWithoutSerialsOneByOne() {
        Product product = fleet.product();
        Customer customer = fleet.customer("FR");
        make(product, "L1", 1_000);
        make(product, "L2", 10);
        count(product, null, "l1", DeviceStatus.IN_STOCK, 300);
        count(product, null, "L1", DeviceStatus.SCRAPPED, 100);
        count(product, customer, "L1", DeviceStatus.IN_USE, 77);
        shipments.create(ANNA, READER, movement(ShipmentKind.SHIPMENT, MAY, product, customer, "L1", 600L));

        assertThat(balances.balances(READER, product.id()))
                .containsExactly(
                        new Balance(product.name(), null, "l2", 10, 0, 0, 0),
                        new Balance(product.name(), null, "l1", 1_000, 300, 600, 100));
    }

    @Test
    void listsTheSerialsThatDoNotAgree() {
        Product product = fleet.product();
        Customer customer = fleet.customer("DE");
        fleet.add(at(draft(product, "A-never"), customer, null));
        fleet.add(at(draft(product, "B-right"), customer, null));
        fleet.add(running(draft(product, "C-stock"), null, DeviceStatus.IN_STOCK));
        fleet.add(running(draft(product, "D-back"), null, DeviceStatus.IN_STOCK));
        move(ShipmentKind.SHIPMENT, MAY, product, customer, "b-RIGHT", "C-stock", "D-back", "E-nothing");
        move(ShipmentKind.RETURN, JUNE, product, customer, "D-back");
        Shipment mistake = move(ShipmentKind.SHIPMENT, JUNE, product, customer, "F-mistake");
        shipments.cancel(ANNA, READER, mistake.id());

        assertThat(balances.differences(READER, product.id()))
                .extracting(one -> one.kind() + " " + one.serial())
                .containsExactly("NEVER_SHIPPED A-never", "NO_DEVICE E-nothing", "IN_STOCK C-stock");
    }

    @Test
    void shipsASerialAgainOnlyWhenItCameBack() {
        Product product = fleet.product();
        Customer first = fleet.customer("DE");
        move(ShipmentKind.SHIPMENT, MAY, product, first, "X1", "X2");

        assertThatThrownBy(() -> move(ShipmentKind.SHIPMENT, JUNE, product, fleet.customer("FR"), "x1", "X3"))
                .hasMessage(
                        "Shipped before, and not returned since: X1 (2026-05-04, %s). Enter the return first, or leave them out."
                                .formatted(first.name()));
        move(ShipmentKind.RETURN, MAY.plusDays(1), product, first, "X1");
        assertThat(move(ShipmentKind.SHIPMENT, JUNE, product, first, "X1").quantity())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        Product product = fleet.product();
        Customer customer = fleet.customer("DE");

        assertThatThrownBy(() -> movement(ShipmentKind.SHIPMENT, MAY, product, customer, null, null))
                .hasMessage("Give the quantity, or the serials.");
        assertThatThrownBy(() -> movement(ShipmentKind.SHIPMENT, MAY, product, customer, null, 3L, "A", "B"))
                .hasMessage("The quantity is \"3\", but there are 2 serials.");
        assertThatThrownBy(() -> movement(ShipmentKind.SHIPMENT, MAY, product, customer, null, null, "A", "a"))
                .hasMessage("The serial \"a\" stands there twice.");
        assertThatThrownBy(() -> move(ShipmentKind.SHIPMENT, LocalDate.of(2999, 1, 1), product, customer, "A"))
                .hasMessageContaining("lies in the future");
        assertThatThrownBy(() -> make(product, "L", 0)).hasMessageContaining("The quantity is from 1");
    }

    @Test
    void keepsEveryCountOfAPopulation() {
        Product product = fleet.product();
        count(product, null, "K1", DeviceStatus.IN_USE, 5);
        Population population = populations
                .list(READER, new PopulationFilter(product.id(), null, null, "k1"), null, 5)
                .items()
                .getFirst();
        PopulationDraft again = new PopulationDraft(
                PopulationKind.LOT,
                product.id(),
                null,
                null,
                "K1",
                null,
                null,
                null,
                null,
                null,
                DeviceStatus.IN_USE,
                3,
                true,
                null,
                null);
        populations.edit(ANNA, READER, population.id(), population.revision(), again);

        assertThat(populations.counts(READER, population.id()))
                .extracting(one -> one.quantity() + (one.estimated() ? " estimated" : ""))
                .containsExactly("3 estimated", "5");
        assertThatThrownBy(() -> count(product, null, "k1", DeviceStatus.IN_USE, 1))
                .hasMessageContaining("The same is counted there already");
    }
}

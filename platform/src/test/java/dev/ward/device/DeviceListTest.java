package dev.ward.device;

import static dev.ward.device.TestFleet.READER;
import static dev.ward.device.TestFleet.at;
import static dev.ward.device.TestFleet.draft;
import static dev.ward.device.TestFleet.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import dev.ward.customer.Customer;
import dev.ward.product.Product;
import dev.ward.product.Release;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@WardTest
class DeviceListTest {

    private final TestFleet fleet;
    private final Devices devices;

    @Autowired
    DeviceListTest(TestFleet fleet, Devices devices) {
        this.fleet = fleet;
        this.devices = devices;
    }

    private static DeviceFilter of(Product product, @Nullable String text, String sort) {
        SortOrder order = SortOrder.parse(sort, DeviceFilter.ORDERS, DeviceFilter.USUAL);
        return new DeviceFilter(product.id(), null, null, false, Set.of(), null, null, null, null, text, order);
    }

    private List<String> serials(DeviceFilter filter, int limit) {
        List<String> serials = new ArrayList<>();
        String after = null;
        do {
            Slice<Device> slice = devices.list(READER, filter, after, limit);
            slice.items()
                    .forEach(one -> serials.add(
                            Objects.requireNonNullElse(one.identity().serial(), "-")));
            after = slice.next();
        } while (after != null);
        return serials;
    }

    @ParameterizedTest
    @CsvSource({"serial, a1 A2 b1 B2 - -", "-serial, B2 b1 A2 a1 - -"})
    void goesThroughAllInTheOrderOfSerialsWithThoseWithoutBehind(String sort, String expected) {
        Product product = fleet.product();
        for (String serial : List.of("B2", "a1", "b1", "A2")) {
            fleet.add(draft(product, serial));
        }
        fleet.add(draft(product, null));
        fleet.add(draft(product, null));

        for (int limit = 1; limit < 8; limit++) {
            assertThat(String.join(" ", serials(of(product, null, sort), limit)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void goesThroughAllInTheOrderOfTheirConfirmation() {
        Product product = fleet.product();
        for (String serial : List.of("C", "A", "B")) {
            fleet.add(draft(product, serial));
        }

        assertThat(serials(of(product, null, "confirmed"), 2)).containsExactly("C", "A", "B");
        assertThat(serials(of(product, null, "-confirmed"), 1)).containsExactly("B", "A", "C");
    }

    @Test
    void findsByTheBeginningOfASerialAWholeLotOrAUdi() {
        Product product = fleet.product();
        DeviceDraft plain = draft(product, "XQ-100");
        fleet.add(new DeviceDraft(
                product.id(),
                null,
                "(01)04012345000016",
                plain.serial(),
                "LOT7",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                DeviceStatus.IN_USE));
        fleet.add(draft(product, "XQ-200"));

        assertThat(serials(of(product, "xq-", "serial"), 5)).containsExactly("XQ-100", "XQ-200");
        assertThat(serials(of(product, "q-", "serial"), 5)).isEmpty();
        assertThat(serials(of(product, "lot7", "serial"), 5)).containsExactly("XQ-100");
        assertThat(serials(of(product, "04012345000016", "serial"), 5)).containsExactly("XQ-100");
        assertThat(serials(of(product, "(01)04012345000016(21)XQ-100", "serial"), 5))
                .containsExactly("XQ-100");
        assertThat(serials(of(product, "(01)04012345000023(21)XQ-100", "serial"), 5))
                .isEmpty();
        assertThat(serials(of(product, "xq\\_1%", "serial"), 5)).isEmpty();
    }

    @Test
    void narrowsByReleaseStatusCustomerAndCountryAndCountsTheSame() {
        Product product = fleet.product();
        Release release = fleet.release(product, "1");
        Customer customer = fleet.customer("SE");
        fleet.add(at(running(draft(product, "1"), release.id(), DeviceStatus.IN_USE), customer, null));
        fleet.add(at(running(draft(product, "2"), null, DeviceStatus.LOANED), customer, null));
        fleet.add(running(draft(product, "3"), release.id(), DeviceStatus.SCRAPPED));
        SortOrder order = DeviceFilter.USUAL;

        assertListed(
                new DeviceFilter(
                        product.id(), null, release.id(), false, Set.of(), null, null, null, null, null, order),
                "1",
                "3");
        assertListed(
                new DeviceFilter(product.id(), null, null, true, Set.of(), null, null, null, null, null, order), "2");
        assertListed(
                new DeviceFilter(
                        product.id(), null, null, false, DeviceStatus.inField(), null, null, null, null, null, order),
                "1",
                "2");
        assertListed(
                new DeviceFilter(null, null, null, false, Set.of(), customer.id(), null, "SE", null, null, order),
                "1",
                "2");
        assertListed(
                new DeviceFilter(
                        product.id(), null, null, false, Set.of(), null, null, null, Networked.UNKNOWN, null, order),
                "1",
                "2",
                "3");
        assertListed(new DeviceFilter(
                product.id(), null, null, false, Set.of(), null, null, null, Networked.YES, null, order));
    }

    private void assertListed(DeviceFilter filter, String... serials) {
        assertThat(serials(filter, 2)).containsExactly(serials);
        assertThat(devices.count(READER, filter)).isEqualTo(serials.length);
    }

    @Test
    void refusesTwoDevicesOfOneUdi() {
        Product product = fleet.product();
        Product other = fleet.product();
        fleet.add(labelled(product));

        assertThatThrownBy(() -> fleet.add(labelled(other))).hasMessageContaining("A UDI is given once.");
        assertThatThrownBy(() -> labelled(other, "(01)04012345000017")).hasMessageContaining("not a DI");
    }

    private static DeviceDraft labelled(Product product) {
        return labelled(product, "04012345000030");
    }

    private static DeviceDraft labelled(Product product, String di) {
        return new DeviceDraft(
                product.id(),
                null,
                di,
                "U-1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                DeviceStatus.IN_USE);
    }

    @Test
    void tellsTheHistoryWithItsSource() {
        Product product = fleet.product();
        Release release = fleet.release(product, "2.1");
        Customer customer = fleet.customer("DE");
        Device device = fleet.add(draft(product, "H1"));
        fleet.change(device, at(running(draft(product, "H1"), release.id(), DeviceStatus.IN_USE), customer, null));

        List<Change> history = devices.history(READER, device.id());

        assertThat(history).hasSize(2).allSatisfy(change -> {
            assertThat(change.source()).isEqualTo(FactSource.PERSON);
            assertThat(change.actor()).isEqualTo("Anna Berg");
        });
        assertThat(history.getFirst().customerName()).isEqualTo(customer.name());
        assertThat(history.getFirst().release()).isEqualTo(new Device.Installed(release.id(), "2.1"));
        assertThat(history.getLast().release()).isNull();
    }
}

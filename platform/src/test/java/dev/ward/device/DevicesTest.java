package dev.ward.device;

import static dev.ward.device.TestFleet.at;
import static dev.ward.device.TestFleet.draft;
import static dev.ward.device.TestFleet.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import dev.ward.customer.Customer;
import dev.ward.customer.Site;
import dev.ward.product.Product;
import dev.ward.product.Release;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WardTest
class DevicesTest {

    private final TestFleet fleet;
    private final JdbcClient jdbc;

    @Autowired
    DevicesTest(TestFleet fleet, JdbcClient jdbc) {
        this.fleet = fleet;
        this.jdbc = jdbc;
    }

    @Test
    void standsInTheCountryOfItsSiteOrElseOfItsCustomer() {
        Product product = fleet.product();
        Customer customer = fleet.customer("DE");
        Site abroad = fleet.site(customer, "AT");

        assertThat(fleet.add(at(draft(product, "1"), customer, abroad)).place().country())
                .isEqualTo("AT");
        assertThat(fleet.add(at(draft(product, "2"), customer, fleet.site(customer, null)))
                        .place()
                        .country())
                .isEqualTo("DE");
        assertThat(fleet.add(draft(product, "3")).place().country()).isNull();
    }

    @Test
    void tellsThatASerialIsThereAlreadyAndWhere() {
        Product product = fleet.product();
        Customer customer = fleet.customer("DE");
        fleet.add(at(draft(product, "SN-1"), customer, null));

        assertThatThrownBy(() -> fleet.add(at(draft(product, "sn-1"), fleet.customer("FR"), null)))
                .hasMessageContaining("There is a device of serial \"sn-1\" already")
                .hasMessageContaining(customer.name())
                .hasMessageContaining("If it moved, change its customer and site there.");
        assertThat(fleet.add(draft(fleet.product(), "SN-1")).identity().serial())
                .isEqualTo("SN-1");
    }

    @Test
    void refusesAReleaseAndASiteOfAnother() {
        Product product = fleet.product();
        Release foreign = fleet.release(fleet.product(), "1");
        Site elsewhere = fleet.site(fleet.customer("DE"), null);

        assertThatThrownBy(() -> fleet.add(running(draft(product, "1"), foreign.id(), DeviceStatus.IN_USE)))
                .hasMessageContaining("no release of this product");
        assertThatThrownBy(() -> fleet.add(at(draft(product, "1"), fleet.customer("DE"), elsewhere)))
                .hasMessageContaining("is no site of");
    }

    @Test
    void tellsTheTrailWhatChangedAndCommitsToTheReference() {
        Product product = fleet.product();
        Device device = fleet.add(draft(product, "T-1"));
        fleet.change(device, running(draft(product, "T-1"), null, DeviceStatus.SCRAPPED));

        assertThat(jdbc.sql("SELECT body::jsonb ->> 'what' || coalesce(' ' || (body::jsonb #>> '{after,status}'), '') "
                                + "FROM audit.entry WHERE subject_id = :id ORDER BY seq")
                        .param("id", device.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("device.created in-use", "device.edited scrapped");
    }
}

package dev.ward.device;

import static dev.ward.device.TestFleet.ANNA;
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
import dev.ward.product.ReleaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What the triggers keep is what a count would give, whatever happens to devices.
@WardTest
class DeviceCountingTest {

    private final TestFleet fleet;
    private final ChangeSets changeSets;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    DeviceCountingTest(TestFleet fleet, ChangeSets changeSets, JdbcClient jdbc, TransactionTemplate transaction) {
        this.fleet = fleet;
        this.changeSets = changeSets;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void keepsTheTallyAndTheAdoptionAsACountWouldGiveThem() {
        Random random = new Random(7);
        Product product = fleet.product();
        List<ReleaseId> releases = List.of(
                fleet.release(product, "1").id(), fleet.release(product, "2").id());
        List<Customer> customers = List.of(fleet.customer("DE"), fleet.customer(null));
        List<Site> sites = customers.stream().map(one -> fleet.site(one, "FR")).toList();
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            devices.add(fleet.add(any(random, product, "S" + i, releases, customers, sites)));
        }
        for (int i = 0; i < 40; i++) {
            int which = random.nextInt(devices.size());
            Device before = devices.get(which);
            devices.set(which, fleet.change(before, any(random, product, "S" + which, releases, customers, sites)));
        }
        configureAllBut(product, devices.getFirst());
        assertCounted();
        moveAllAtOnce(product, releases.getFirst());

        assertCounted();
    }

    private static DeviceDraft any(
            Random random,
            Product product,
            String serial,
            List<ReleaseId> releases,
            List<Customer> customers,
            List<Site> sites) {
        int customer = random.nextInt(3);
        DeviceDraft draft = draft(product, serial);
        draft = running(
                draft,
                random.nextBoolean() ? null : releases.get(random.nextInt(2)),
                DeviceStatus.values()[random.nextInt(DeviceStatus.values().length)]);
        return customer == 2
                ? draft
                : at(draft, customers.get(customer), random.nextBoolean() ? null : sites.get(customer));
    }

    /// Each in one of two configurations.
    private void configureAllBut(Product product, Device one) {
        transaction.executeWithoutResult(_ -> {
            long number = changeSets.begin(ANNA, FactSource.IMPORT, null);
            jdbc.sql("""
                    UPDATE device.device
                       SET configuration_id = CASE WHEN right(serial, 1) < '5' THEN :first::uuid ELSE :second::uuid END,
                           change_set = :number
                     WHERE product_id = :product AND id <> :one
                    """)
                    .param("first", UUID.randomUUID())
                    .param("second", UUID.randomUUID())
                    .param("number", number)
                    .param("product", product.id().value())
                    .param("one", one.id().value())
                    .update();
        });
    }

    private void moveAllAtOnce(Product product, ReleaseId release) {
        transaction.executeWithoutResult(_ -> {
            long number = changeSets.begin(ANNA, FactSource.IMPORT, null);
            jdbc.sql("UPDATE device.device SET release_id = :release, change_set = :number WHERE product_id = :product")
                    .param("release", release.value())
                    .param("number", number)
                    .param("product", product.id().value())
                    .update();
        });
    }

    private void assertCounted() {
        assertThat(jdbc.sql("""
                        SELECT count(*)
                          FROM device.tally t
                          FULL JOIN (SELECT concat_ws(' ', product_id, coalesce(model_id::text, '-'),
                                                      coalesce(release_id::text, '-'), coalesce(customer_id::text, '-'),
                                                      coalesce(site_id::text, '-'), coalesce(country, '-'), status) AS k,
                                            count(*) AS n
                                       FROM device.device GROUP BY 1) d
                            ON d.k = concat_ws(' ', t.product_id, coalesce(t.model_id::text, '-'),
                                               coalesce(t.release_id::text, '-'), coalesce(t.customer_id::text, '-'),
                                               coalesce(t.site_id::text, '-'), coalesce(t.country, '-'), t.status)
                         WHERE t.devices IS DISTINCT FROM d.n
                        """).query(Long.class).single()).as("tally").isZero();
        assertThat(jdbc.sql("""
                        SELECT count(*)
                          FROM device.configuration_tally t
                          FULL JOIN (SELECT concat_ws(' ', configuration_id, coalesce(release_id::text, '-'),
                                                      coalesce(customer_id::text, '-'), coalesce(site_id::text, '-'),
                                                      coalesce(country, '-'), status) AS k,
                                            count(*) AS n
                                       FROM device.device WHERE configuration_id IS NOT NULL GROUP BY 1) d
                            ON d.k = concat_ws(' ', t.configuration_id, coalesce(t.release_id::text, '-'),
                                               coalesce(t.customer_id::text, '-'), coalesce(t.site_id::text, '-'),
                                               coalesce(t.country, '-'), t.status)
                         WHERE t.devices IS DISTINCT FROM d.n
                        """).query(Long.class).single())
                .as("configuration tally")
                .isZero();
        assertThat(jdbc.sql("""
                        SELECT count(*)
                          FROM (SELECT product_id, coalesce(release_id::text, '-') AS release, sum(change) AS n
                                  FROM device.adoption GROUP BY 1, 2 HAVING sum(change) <> 0) a
                          FULL JOIN (SELECT product_id, coalesce(release_id::text, '-') AS release, count(*) AS n
                                       FROM device.device WHERE device.in_field(status) GROUP BY 1, 2) d
                         USING (product_id, release)
                         WHERE a.n IS DISTINCT FROM d.n
                        """).query(Long.class).single()).as("adoption").isZero();
        assertThat(jdbc.sql("""
                        SELECT count(*)
                          FROM device.device d
                          LEFT JOIN LATERAL (SELECT * FROM device.history h WHERE h.device_id = d.id
                                              ORDER BY h.change_set DESC LIMIT 1) h ON true
                         WHERE (h.release_id, h.customer_id, h.site_id, h.country, h.status)
                               IS DISTINCT FROM (d.release_id, d.customer_id, d.site_id, d.country, d.status)
                        """).query(Long.class).single()).as("history").isZero();
    }

    @Test
    void writesOneLineOfHistoryForEachChangeOfWhatIsInstalledOrWhere() {
        Product product = fleet.product();
        Release release = fleet.release(product, "2.1");
        Device device = fleet.add(draft(product, "H1"));
        DeviceDraft patched = running(draft(product, "H1"), release.id(), DeviceStatus.IN_USE);

        Device now = fleet.change(device, patched);
        now = fleet.change(now, patched);
        fleet.change(now, running(patched, release.id(), DeviceStatus.OUT_OF_SERVICE));

        assertThat(jdbc.sql("""
                        SELECT coalesce(r.version, 'unknown') || ' ' || h.status
                          FROM device.history h LEFT JOIN product.published_release r USING (release_id)
                         WHERE h.device_id = :id ORDER BY h.change_set
                        """)
                        .param("id", device.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("unknown in-use", "2.1 in-use", "2.1 out-of-service");
    }

    @Test
    void refusesAChangeThatNoChangeSetTells() {
        Device device = fleet.add(draft(fleet.product(), "N1"));

        assertThatThrownBy(() -> jdbc.sql("UPDATE device.device SET status = 'scrapped', change_set = 0 WHERE id = :id")
                        .param("id", device.id().value())
                        .update())
                .hasMessageContaining("changed under the newest change set");
    }

    @Test
    void refusesADeviceOfAProductThatIsNotThere() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    long number = changeSets.begin(ANNA, FactSource.IMPORT, null);
                    jdbc.sql("""
                            INSERT INTO device.device (id, product_id, status, change_set, created_at, changed_at)
                            VALUES (device.new_id(), gen_random_uuid(), 'in-use', :number, now(), now())
                            """).param("number", number).update();
                }))
                .hasMessageContaining("tally_product_id_fkey");
    }
}

package dev.ward.device;

import static dev.ward.device.TestFleet.ANNA;
import static dev.ward.device.TestFleet.READER;
import static dev.ward.device.TestFleet.at;
import static dev.ward.device.TestFleet.draft;
import static dev.ward.device.TestFleet.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ward.WardTest;
import dev.ward.customer.Countries;
import dev.ward.customer.Customer;
import dev.ward.customer.CustomerId;
import dev.ward.customer.Region;
import dev.ward.identity.Reader;
import dev.ward.product.Product;
import dev.ward.product.Release;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is told of the fleet is what a count of its units would give.
@WardTest
class FleetTest {

    private final TestFleet units;
    private final Fleet fleet;
    private final Devices devices;
    private final JdbcClient jdbc;

    @Autowired
    FleetTest(TestFleet units, Fleet fleet, Devices devices, JdbcClient jdbc) {
        this.units = units;
        this.fleet = fleet;
        this.devices = devices;
        this.jdbc = jdbc;
    }

    private static FleetFilter of(Product product, @Nullable CustomerId customer, @Nullable Region region) {
        return new FleetFilter(product.id(), null, customer, region, null);
    }

    private static DeviceDraft made(DeviceDraft draft, @Nullable String day) {
        return new DeviceDraft(
                draft.product(),
                draft.model(),
                draft.di(),
                draft.serial(),
                draft.lot(),
                day == null ? null : LocalDate.parse(day),
                draft.expires(),
                draft.release(),
                draft.configuration(),
                draft.customer(),
                draft.site(),
                draft.country(),
                draft.reference(),
                draft.networked(),
                draft.contractUntil(),
                draft.warrantyUntil(),
                draft.status());
    }

    @Test
    void tellsReleasesPlacesAndAgesOfWhatIsInTheField() {
        Product product = units.product();
        Release release = units.release(product, "4.2");
        Customer german = units.customer("DE");
        Customer somewhere = units.customer(null);
        DeviceDraft patched = running(draft(product, "A"), release.id(), DeviceStatus.IN_USE);
        units.add(at(made(patched, "2021-05-01"), german, null));
        units.add(at(made(draft(product, "B"), "2021-12-31"), german, null));
        units.add(at(draft(product, "C"), somewhere, null));
        units.add(running(draft(product, "D"), release.id(), DeviceStatus.SCRAPPED));

        FleetFigures all = fleet.figures(READER, of(product, null, null));

        assertThat(all.devices()).isEqualTo(3);
        assertThat(all.unknownRelease()).isEqualTo(2);
        assertThat(all.installed())
                .extracting(FleetFigures.OfRelease::version, FleetFigures.OfRelease::devices)
                .containsExactly(tuple(null, 2L), tuple("4.2", 1L));
        assertThat(all.countries())
                .containsExactly(new FleetFigures.OfCountry("DE", 2), new FleetFigures.OfCountry(null, 1));
        assertThat(all.manufactured())
                .containsExactly(
                        new FleetFigures.OfAge(LocalDate.parse("2021-01-01"), 2, 1),
                        new FleetFigures.OfAge(null, 1, 1));
        assertThat(fleet.figures(READER, of(product, null, Region.EUROPE)).devices())
                .isEqualTo(2);
        assertThat(fleet.figures(READER, of(product, null, Region.ASIA)).devices())
                .isZero();
        assertThat(fleet.figures(READER, of(product, german.id(), null)).manufactured())
                .containsExactly(new FleetFigures.OfAge(LocalDate.parse("2021-01-01"), 2, 1));
    }

    @Test
    void showsNothingToWhoMayNotSee() {
        Product product = units.product();
        units.add(at(draft(product, "A"), units.customer("DE"), null));
        Reader blind = Reader.blind("nobody");

        FleetFigures seen = fleet.figures(blind, of(product, null, null));

        assertThat(seen).isEqualTo(new FleetFigures(List.of(), List.of(), List.of(), List.of()));
        assertThat(fleet.adoption(blind, List.of(product.id()))).isEmpty();
    }

    @Test
    void tellsHowReleasesSpreadMonthByMonth() {
        Product product = units.product();
        Release old = units.release(product, "1.0");
        Release fresh = units.release(product, "2.0");
        Device first = units.add(running(draft(product, "A"), old.id(), DeviceStatus.IN_USE));
        units.add(running(draft(product, "B"), old.id(), DeviceStatus.IN_USE));
        units.add(draft(product, "C"));
        units.change(first, running(draft(product, "A"), fresh.id(), DeviceStatus.IN_USE));
        backdate(product, old, 400, 2);
        backdate(product, old, 3000, 5);

        Adoption adoption = fleet.adoption(READER, List.of(product.id())).getFirst();

        assertThat(adoption.days()).hasSize(Fleet.MONTHS + 1).isSorted();
        assertThat(adoption.days().getLast()).isEqualTo(today());
        assertThat(adoption.lines()).extracting(Adoption.Line::version).containsExactly("1.0", "2.0", null);
        assertThat(adoption.lines()).extracting(Adoption.Line::now).containsExactly(8L, 1L, 1L);
        Adoption.Line line = adoption.lines().getFirst();
        assertThat(line.devices().getFirst())
                .as("what came before the first month")
                .isEqualTo(5L);
        assertThat(line.devices().get(Fleet.MONTHS - 1)).isEqualTo(7L);
        for (int i = 0; i < adoption.days().size(); i++) {
            boolean come = !adoption.days().get(i).isBefore(today().minusDays(400));
            assertThat(line.devices().get(i) >= 7)
                    .as("" + adoption.days().get(i))
                    .isEqualTo(come);
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private void backdate(Product product, Release release, int days, long devices) {
        jdbc.sql(
                        "INSERT INTO device.adoption (product_id, release_id, day, change) VALUES (:product, :release, :day, :n)")
                .param("product", product.id().value())
                .param("release", release.id().value())
                .param("day", today().minusDays(days))
                .param("n", devices)
                .update();
    }

    @Test
    void keepsTheAgesAsACountWouldGiveThem() {
        Random random = new Random(11);
        Product product = units.product();
        Release release = units.release(product, "1");
        Customer customer = units.customer("JP");
        Device[] made = new Device[10];
        for (int i = 0; i < made.length; i++) {
            made[i] = units.add(any(random, product, "S" + i, release, customer));
        }
        for (int i = 0; i < 40; i++) {
            int which = random.nextInt(made.length);
            made[which] = random.nextInt(4) == 0
                    ? devices.confirm(ANNA, READER, made[which].id())
                    : units.change(made[which], any(random, product, "S" + which, release, customer));
        }

        assertThat(jdbc.sql("""
                        SELECT count(*) FROM (
                            (SELECT product_id, model_id, country, aspect, since, release_known, devices
                               FROM device.age_tally
                             EXCEPT ALL SELECT * FROM counted)
                            UNION ALL
                            (SELECT * FROM counted
                             EXCEPT ALL
                             SELECT product_id, model_id, country, aspect, since, release_known, devices
                               FROM device.age_tally)) difference
                        """.replace("counted", """
                        (SELECT d.product_id, d.model_id, d.country, a.aspect,
                                CASE a.aspect WHEN 'manufactured' THEN date_trunc('year', d.manufactured_on::timestamp)::date
                                     ELSE date_trunc('month', d.confirmed_at AT TIME ZONE 'UTC')::date END,
                                d.release_id IS NOT NULL, count(*)
                           FROM device.device d
                          CROSS JOIN (VALUES ('manufactured'), ('confirmed')) a (aspect)
                          WHERE device.in_field(d.status)
                          GROUP BY 1, 2, 3, 4, 5, 6) counted
                        """)).query(Long.class).single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM device.age_tally WHERE devices <= 0")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static DeviceDraft any(Random random, Product product, String serial, Release release, Customer customer) {
        DeviceStatus status = DeviceStatus.values()[random.nextInt(DeviceStatus.values().length)];
        DeviceDraft draft = running(draft(product, serial), random.nextBoolean() ? release.id() : null, status);
        DeviceDraft placed = random.nextBoolean() ? at(draft, customer, null) : draft;
        return made(placed, random.nextBoolean() ? null : (2015 + random.nextInt(3)) + "-02-03");
    }

    @Test
    void knowsTheRegionOfEveryCountry() {
        assertThat(Countries.all())
                .allSatisfy(country ->
                        assertThat(Region.of(country.code())).as(country.name()).isNotNull());
        assertThat(Region.values()).flatExtracting(Region::countries).doesNotHaveDuplicates();
    }
}

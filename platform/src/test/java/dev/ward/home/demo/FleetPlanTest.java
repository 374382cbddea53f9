package dev.ward.home.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.product.ProductId;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.standards.udi.Udi;
import dev.ward.standards.udi.UdiResult;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FleetPlanTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");
    private static final LocalDate OLD = LocalDate.parse("2021-06-15");
    private static final LocalDate NEW = LocalDate.parse("2026-02-10");

    private final DemoFile file = new DemoFile(JsonMapper.builder().build());

    private List<FleetUnit> units() throws IOException {
        FleetShape shape = file.read("fleet.json", FleetShape.class);
        Random random = new Random(shape.seed());
        List<FleetSite> sites = new FleetPlaces(file.read("places.json", PlaceWords.class), random)
                .sites(shape.customers(), shape.sites());
        Map<String, List<Release>> releases = new HashMap<>();
        shape.models().forEach(kind -> releases.put(kind.product(), List.of(release("1", OLD), release("2", NEW))));
        return new FleetPlan(shape, sites, releases, TODAY, random).units();
    }

    private static Release release(String version, LocalDate released) {
        UUID id = new UUID(0, released.toEpochDay());
        return new Release(
                new ReleaseId(id),
                new ProductId(id),
                "Pump",
                null,
                null,
                version,
                released,
                false,
                true,
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Test
    void isTheSameEachTime() throws IOException {
        assertThat(FleetTable.of(units())).isEqualTo(FleetTable.of(units()));
    }

    @Test
    void labelsEveryUnitWithAUdiOfItsOwnUnderGs1sPrefixForExamples() throws IOException {
        List<FleetUnit> units = units();

        assertThat(units).hasSize(20_000).allSatisfy(unit -> {
            assertThat(Udi.parseLenient(unit.udi(), TODAY)).isInstanceOfSatisfying(UdiResult.Read.class, read -> {
                assertThat(Objects.requireNonNull(read.udi().di()).value()).startsWith("0952");
                assertThat(read.udi().serial()).isEqualTo(unit.serial());
            });
        });
        assertThat(units.stream().map(FleetUnit::udi).distinct()).hasSize(20_000);
    }

    @Test
    void putsNothingIntoTheFutureNorAReleaseBeforeItsDay() throws IOException {
        assertThat(units()).allSatisfy(unit -> {
            assertThat(unit.confirmed()).isBetween(unit.manufactured(), TODAY);
            LocalDate shipped = unit.shipped();
            if (shipped != null) {
                assertThat(shipped).isAfter(unit.manufactured()).isBeforeOrEqualTo(unit.confirmed());
            }
            if ("2".equals(unit.release())) {
                assertThat(unit.confirmed()).isAfterOrEqualTo(NEW);
            }
        });
    }

    @Test
    void spreadsThemOverSitesCustomersAndCountries() throws IOException {
        List<FleetSite> sites = units().stream()
                .map(FleetUnit::site)
                .filter(Objects::nonNull)
                .distinct()
                .toList();

        assertThat(sites).hasSize(300);
        assertThat(sites.stream().map(FleetSite::owner).distinct()).hasSize(118);
        assertThat(sites.stream().map(site -> site.owner().country()).collect(Collectors.toSet()))
                .hasSize(8);
    }
}

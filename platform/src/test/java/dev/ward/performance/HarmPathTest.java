package dev.ward.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ward.Statement;
import dev.ward.product.DeviceType;
import dev.ward.product.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HarmPathTest {

    private static final Subject PUMP =
            new Subject(new DeviceType(new ProductId(new UUID(0, 1)), null), "Pump", null, false, false);

    private static final Linked KERNEL = new Linked.Line("pkg:deb/debian/linux", "linux");

    private static FunctionLink link(Linked of, @Nullable EssentialFunction function) {
        return new FunctionLink(
                UUID.randomUUID(),
                of,
                function == null ? null : function.id(),
                function == null ? null : function.name(),
                true,
                "Runs on it",
                null,
                Instant.EPOCH,
                "Anna",
                null,
                null,
                null);
    }

    @Test
    @Statement("PR-3.2")
    void leadsFromEachComponentToEachHarm() {
        EssentialFunction delivery = Functions.delivery();
        EssentialFunction alarms = Functions.unknown("Alarms");

        HarmPath path = HarmPath.of(
                PUMP, 3, List.of(delivery, alarms), List.of(link(KERNEL, delivery), link(KERNEL, alarms)), 0);

        assertThat(path.nodes(HarmPath.Kind.COMPONENT))
                .as("one box, however many functions")
                .hasSize(1);
        assertThat(path.ways())
                .extracting(
                        way -> way.what() == null ? "" : way.what().name(),
                        way -> way.function().name(),
                        way -> way.harm() == null ? "not known" : way.harm().name())
                .containsExactly(
                        tuple("linux", delivery.name(), "Respiratory arrest"),
                        tuple("linux", delivery.name(), "Prolonged pain"),
                        tuple("linux", "Alarms", "not known"));
    }

    @Test
    void joinsHarmsOfOneSituation() {
        EssentialFunction function = Functions.with(
                Functions.delivery(),
                List.of(
                        new Hazard("Too fast", "Arrest", HarmSeverity.CATASTROPHIC),
                        new Hazard("Too fast", "Nausea", HarmSeverity.MINOR)));

        HarmPath path = HarmPath.of(PUMP, null, List.of(function), List.of(), 0);

        assertThat(path.nodes(HarmPath.Kind.SITUATION)).hasSize(1);
        assertThat(path.nodes(HarmPath.Kind.HARM)).hasSize(2);
        assertThat(path.ways())
                .hasSize(2)
                .allSatisfy(way -> assertThat(way.what()).isNull());
    }
}

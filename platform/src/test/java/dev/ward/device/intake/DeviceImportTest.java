package dev.ward.device.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.customer.Customer;
import dev.ward.device.TestFleet;
import dev.ward.job.JobProblem;
import dev.ward.product.Product;
import dev.ward.table.ImportState;
import dev.ward.table.RowNote;
import dev.ward.table.TableChoices;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WardTest
class DeviceImportTest {

    private final TestFleet fleet;
    private final TestImports imports;
    private final DeviceImportWork work;
    private final Mappings mappings;
    private final JdbcClient jdbc;

    @Autowired
    DeviceImportTest(
            TestFleet fleet, TestImports imports, DeviceImportWork work, Mappings mappings, JdbcClient jdbc) {
        this.fleet = fleet;
        this.mappings = mappings;
        this.imports = imports;
        this.work = work;
        this.jdbc = jdbc;
    }

    private long devices(Product product) {
        return jdbc.sql("SELECT count(*) FROM device.device WHERE product_id = :id")
                .param("id", product.id().value())
                .query(Long.class)
                .single();
    }

    private Map<String, Object> device(Product product, String serial) {
        return jdbc.sql("SELECT * FROM device.device WHERE product_id = :id AND serial = :serial")
                .param("id", product.id().value())
                .param("serial", serial)
                .query()
                .singleRow();
    }

    @Test
    void addsDevicesWithWhatTheirRowsSay() throws Exception {
        Product product = fleet.product();
        UUID release = fleet.release(product, "2.1").id().value();
        Customer customer = fleet.customer("DE");
        String csv = """
                Serial No,Product,SW version,Customer,Country,Networked,Warranty until,Status,Manufactured
                SN-1,%1$s,2.1,%2$s,,yes,2030-01-31,in use,2024-02-29
                SN-2,%1$s,unknown,,Austria,?,,in stock,
                """.formatted(product.name(), customer.name());
        DeviceImport done = imports.applied(csv);

        assertThat(done.state()).isEqualTo(ImportState.APPLIED);
        assertThat(done.counts().created()).isEqualTo(2);
        assertThat(done.counts().refused()).isZero();
        assertThat(device(product, "SN-1"))
                .containsEntry("release_id", release)
                .containsEntry("customer_id", customer.id().value())
                .containsEntry("country", "DE")
                .containsEntry("networked", true)
                .containsEntry("status", "in-use")
                .containsEntry("confirmed_by", "import");
        assertThat(device(product, "SN-2"))
                .containsEntry("release_id", null)
                .containsEntry("country", "AT")
                .containsEntry("status", "in-stock");
        assertThat(jdbc.sql("SELECT source || ' ' || source_id FROM device.change_set WHERE number = :number")
                        .param("number", done.changeSet())
                        .query(String.class)
                        .single())
                .isEqualTo("import " + done.id());
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws Exception {
        Product product = fleet.product();
        fleet.release(product, "1");
        String csv = "serial,product,version\nA,%1$s,1\nB,%1$s,1\n".formatted(product.name());
        imports.applied(csv);
        Map<String, Object> before = device(product, "A");
        DeviceImport again = imports.applied(csv);

        assertThat(again.counts().unchanged()).isEqualTo(2);
        assertThat(again.counts().changeSomething()).isFalse();
        assertThat(again.changeSet()).isNull();
        assertThat(device(product, "A")).isEqualTo(before);
    }

    @Test
    void doesNotUndoWhatBecameKnownSinceTheFeedSaidTheSame() throws Exception {
        Product product = fleet.product();
        fleet.release(product, "1");
        UUID newer = fleet.release(product, "2").id().value();
        imports.applied("serial,product,version\nA,%s,1\n".formatted(product.name()));
        imports.applied("Serial Number,product,version\nA,%s,2\n".formatted(product.name()));
        DeviceImport again = imports.applied("serial,product,version\nA,%s,1\n".formatted(product.name()));

        assertThat(again.counts().unchanged()).isEqualTo(1);
        assertThat(device(product, "A")).containsEntry("release_id", newer);
    }

    @Test
    void changesOnlyWhatARowSays() throws Exception {
        Product product = fleet.product();
        UUID second = fleet.release(product, "2").id().value();
        Customer customer = fleet.customer("FR");
        imports.applied("serial,product,customer,lot\nA,%s,%s,L7\n".formatted(product.name(), customer.name()));
        DeviceImport done = imports.applied("serial,product,version,lot\na,%s,2,\n".formatted(product.name()));

        assertThat(done.counts().changed()).isEqualTo(1);
        assertThat(device(product, "A"))
                .containsEntry("release_id", second)
                .containsEntry("customer_id", customer.id().value())
                .containsEntry("lot", "L7");
        assertThat(devices(product)).isEqualTo(1);
    }

    @Test
    void onlyTellsWhatItWouldDoWhenItChecks() throws Exception {
        Product product = fleet.product();
        DeviceImport done = imports.checked("serial,product\nA,%1$s\nB,Nothing\n".formatted(product.name()));

        assertThat(done.state()).isEqualTo(ImportState.CHECKED);
        assertThat(done.counts().created()).isEqualTo(1);
        assertThat(done.counts().refused()).isEqualTo(1);
        assertThat(devices(product)).isZero();
    }

    @Test
    void warnsOfADeviceThatMovesAndOfAReleaseThatNobodyKnows() throws Exception {
        Product product = fleet.product();
        Customer one = fleet.customer("DE");
        Customer other = fleet.customer("DE");
        String head = "serial,product,customer,version\n";
        imports.applied(head + "A,%s,%s,\n".formatted(product.name(), one.name()));
        DeviceImport done = imports.applied(head + "A,%s,%s,9.9\n".formatted(product.name(), other.name()));

        assertThat(imports.notes(done, false))
                .extracting(RowNote::rule, RowNote::line)
                .containsExactlyInAnyOrder(tuple(Rule.MOVED, 2L), tuple(Rule.UNKNOWN_RELEASE, 2L));
        assertThat(device(product, "A"))
                .containsEntry("customer_id", other.id().value())
                .containsEntry("release_id", null);
    }

    @Test
    void refusesRowsThatSpeakOfOneDeviceAndDiffer() throws Exception {
        Product product = fleet.product();
        DeviceImport done = imports.applied("""
                serial,product,lot
                A,%1$s,1
                a,%1$s,2
                B,%1$s,1
                B,%1$s,1
                """.formatted(product.name()));

        assertThat(done.counts().refused()).isEqualTo(2);
        assertThat(done.counts().created()).isEqualTo(1);
        assertThat(imports.rules(done)).containsExactly("same-row", "rows-contradict");
    }

    @Test
    void keepsWhatIsOlderThanWhatIsKnownAndChangesNothing() throws Exception {
        Product product = fleet.product();
        UUID second = fleet.release(product, "2").id().value();
        fleet.release(product, "1");
        String head = "serial,product,version,last seen\n";
        imports.applied(head + "A,%s,2,2026-03-01\n".formatted(product.name()));
        DeviceImport late = imports.applied(head + "A,%s,1,2026-02-01\n".formatted(product.name()));

        assertThat(late.counts().older()).isEqualTo(1);
        assertThat(device(product, "A")).containsEntry("release_id", second);
        assertThat(jdbc.sql("SELECT count(*) FROM device.late_report WHERE source_id = :id")
                        .param("id", late.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void addsCustomersAndSitesOnlyWhenItMay() throws Exception {
        Product product = fleet.product();
        String hospital = "Clinic " + UUID.randomUUID();
        String csv = """
                serial,product,customer number,customer,site,city,country
                A,%1$s,K-%2$s,%2$s,Ward 1,Bern,CH
                B,%1$s,K-%2$s,%2$s,Ward 2,Bern,CH
                C,%1$s,K-%2$s,%2$s,ward 1,Bern,CH
                """.formatted(product.name(), hospital);
        DeviceImport refused = imports.applied(csv);
        DeviceImport done = imports.applied(csv, TestImports.guess(csv, true));

        assertThat(refused.counts().refused()).isEqualTo(3);
        assertThat(done.counts().customers()).isEqualTo(1);
        assertThat(done.counts().sites()).isEqualTo(2);
        assertThat(done.counts().created()).isEqualTo(3);
        assertThat(device(product, "A").get("site_id"))
                .isEqualTo(device(product, "C").get("site_id"));
    }

    @Test
    void shipsTheSerialsOfADeliveryNoteTogetherAndOnce() throws Exception {
        Product product = fleet.product();
        Customer customer = fleet.customer("DE");
        String csv = """
                serial,product,customer,shipped on,delivery note
                A,%1$s,%2$s,2026-01-05,N1
                B,%1$s,%2$s,2026-01-05,N1
                C,%1$s,%2$s,2026-01-06,N2
                """.formatted(product.name(), customer.name());
        imports.applied(csv);
        imports.applied(csv.replace("serial,", "Serial Nr,"));

        assertThat(jdbc.sql(
                                "SELECT reference || ' ' || quantity FROM device.shipment WHERE product_id = :id ORDER BY 1")
                        .param("id", product.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("N1 2", "N2 1");
    }

    @Test
    void tellsBeforeItIsAppliedHowManyShipmentsAFileAdds() throws Exception {
        Product product = fleet.product();
        Customer customer = fleet.customer("DE");
        String csv = """
                serial,product,customer,shipped on,delivery note
                A,%1$s,%2$s,2026-01-05,N1
                B,%1$s,%2$s,2026-01-05,N1
                C,%1$s,%2$s,2026-01-06,N2
                """.formatted(product.name(), customer.name());

        assertThat(imports.checked(csv).counts().shipments()).isEqualTo(2);
        assertThat(jdbc.sql("SELECT count(*) FROM device.shipment WHERE product_id = :id")
                        .param("id", product.id().value())
                        .query(Long.class)
                        .single())
                .as("a check writes none")
                .isZero();
        assertThat(imports.applied(csv).counts().shipments()).isEqualTo(2);
        DeviceImport another = imports.checked(csv.replace("serial,", "Serial Nr,")
                + "D,%s,%s,2026-01-06,N2\n".formatted(product.name(), customer.name()));
        assertThat(another.counts().shipments())
                .as("one that grows, none that is there already")
                .isEqualTo(1);
    }

    @Test
    void countsAShipmentOnceThatRowsFarApartTellOf() throws Exception {
        Product product = fleet.product();
        Customer customer = fleet.customer("DE");
        String row = "%s," + product.name() + "," + customer.name() + ",2026-01-05,N1\n";
        String csv = "serial,product,customer,shipped on,delivery note\n" + row.formatted("A")
                + row.formatted("").repeat(ApplySteps.STRETCH) + row.formatted("B");

        assertThat(imports.applied(csv).counts().shipments()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT quantity FROM device.shipment WHERE product_id = :id")
                        .param("id", product.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void shipsKnownDevicesWithoutChangingThem() throws Exception {
        Product product = fleet.product();
        Customer customer = fleet.customer("DE");
        imports.applied("serial,product,customer\nA,%s,%s\n".formatted(product.name(), customer.name()));

        DeviceImport shipped = imports.applied(
                "serial,product,customer,shipped on\nA,%s,%s,2026-01-05\n".formatted(product.name(), customer.name()));

        assertThat(shipped.counts().created() + shipped.counts().changed()).isZero();
        assertThat(shipped.counts().shipments()).isEqualTo(1);
    }

    @Test
    void appliesNothingWhenAllOrNothingWasChosenAndARowIsRefused() throws Exception {
        Product product = fleet.product();
        String csv = "serial,product\nA,%1$s\n,%1$s\n".formatted(product.name());
        Mapping guess = TestImports.guess(csv, false);
        Mapping all = new Mapping(guess.columns(), Map.of(), null, guess.table(), false, true);

        assertThatThrownBy(() -> imports.applied(csv, all))
                .isInstanceOf(JobProblem.class)
                .hasMessageContaining("nothing was applied");
        assertThat(devices(product)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reads the file", "compares it with what is known", "applies it"})
    void leavesNothingHalfDoneWhereverItBreaksOff(String step) throws Exception {
        Product product = fleet.product();
        String csv = "serial,product\nA,%1$s\nB,%1$s\n".formatted(product.name());
        DeviceImport of = imports.ordered(csv, TestImports.guess(csv, false), ImportState.APPLYING);

        assertThatThrownBy(() -> work.run(new ScriptedRun(of.id(), step, -1))).isInstanceOf(ScriptedRun.Killed.class);
        assertThat(devices(product)).isZero();
        DeviceImport done = imports.worked(of);
        assertThat(done.counts().created()).isEqualTo(2);
        assertThat(devices(product)).isEqualTo(2);
        imports.worked(of);
        assertThat(devices(product)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void leavesNothingHalfDoneWhenItBreaksOffWithinAStep(int progress) throws Exception {
        Product product = fleet.product();
        StringBuilder csv = new StringBuilder("serial,product\n");
        for (int i = 0; i < 60_000; i++) {
            csv.append("S").append(i).append(',').append(product.name()).append('\n');
        }
        DeviceImport of =
                imports.ordered(csv.toString(), TestImports.guess("serial,product", false), ImportState.APPLYING);

        assertThatThrownBy(() -> work.run(new ScriptedRun(of.id(), null, progress)))
                .isInstanceOf(ScriptedRun.Killed.class);
        assertThat(devices(product)).isZero();
        assertThat(imports.worked(of).counts().created()).isEqualTo(60_000);
    }

    @Test
    void namesInTheTrailHowTheFileWasReadAndWhatItChanged() throws Exception {
        Product product = fleet.product();
        Mapping mapping = new Mapping(
                Map.of(Field.SERIAL, "No"),
                Map.of(Field.PRODUCT, product.name()),
                null,
                TableChoices.NONE,
                false,
                false);
        String name = "ERP " + UUID.randomUUID();
        mappings.save(Actor.machine("test"), TestFleet.READER, name, mapping);
        DeviceImport ordered = imports.ordered("No,Product\nA,\n", mapping, ImportState.APPLYING);
        mappings.save(Actor.machine("test"), TestFleet.READER, name, mapping.with(new TableChoices(';', null, null)));
        DeviceImport done = imports.worked(ordered);

        String body = jdbc.sql("SELECT body FROM audit.entry WHERE what = 'devices.imported' AND subject_id = :id")
                .param("id", done.id().toString())
                .query(String.class)
                .single();
        JsonNode entry = new JsonMapper().readTree(body);
        assertThat(entry.at("/after/document").asString()).isEqualTo(done.sha256());
        assertThat(entry.at("/after/mapping").asString()).contains("\"serial\":\"No\"", product.name());
        assertThat(entry.at("/after/savedMapping").asString()).isEqualTo(name);
        assertThat(entry.at("/after/savedMappingRevision").asString()).isEqualTo("1");
        assertThat(entry.at("/manifest/count").asInt()).isEqualTo(1);
    }
}

package dev.ward.device.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.device.Device;
import dev.ward.device.DeviceStatus;
import dev.ward.device.FactSource;
import dev.ward.device.TestFleet;
import dev.ward.product.Product;
import dev.ward.product.ReleaseId;
import dev.ward.table.RowNote;
import dev.ward.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

@WardTest
class DeviceReportTest {

    private final TestFleet fleet;
    private final TestImports imports;
    private final DeviceReports reports;
    private final ReportApplication application;
    private final JdbcClient jdbc;
    private final Clock clock;

    @Autowired
    DeviceReportTest(
            TestFleet fleet,
            TestImports imports,
            DeviceReports reports,
            ReportApplication application,
            JdbcClient jdbc,
            Clock clock) {
        this.fleet = fleet;
        this.imports = imports;
        this.reports = reports;
        this.application = application;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static DeviceReport report(DeviceReports reports, String lines) throws IOException {
        return reports.take(
                Actor.machine("test"),
                TestFleet.READER,
                FactSource.TELEMETRY,
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    private DeviceReport report(String lines) throws IOException {
        return report(reports, lines);
    }

    private static List<String> rules(DeviceReport report) {
        return report.notes().stream()
                .map(note -> "%d %s".formatted(note.line(), note.rule().word()))
                .toList();
    }

    private static String line(Product product, String serial, String more) {
        return "{\"product\": \"%s\", \"serial\": \"%s\"%s}\n".formatted(product.name(), serial, more);
    }

    private Device added(Product product, String serial) {
        return fleet.add(TestFleet.draft(product, serial));
    }

    private Map<String, Object> row(Device device) {
        return jdbc.sql("SELECT * FROM device.device WHERE id = :id")
                .param("id", device.id().value())
                .query()
                .singleRow();
    }

    private List<String> history(Device device) {
        return jdbc.sql("""
                SELECT c.source || ' ' || coalesce(r.version, 'unknown')
                  FROM device.history h
                  JOIN device.change_set c ON c.number = h.change_set
                  LEFT JOIN product.published_release r ON r.release_id = h.release_id
                 WHERE h.device_id = :id ORDER BY h.change_set
                """)
                .param("id", device.id().value())
                .query(String.class)
                .list();
    }

    private List<String> late(Device device) {
        return jdbc.sql("""
                SELECT l.source || ' ' || coalesce(r.version, 'unknown') FROM device.late_report l
                  LEFT JOIN product.published_release r ON r.release_id = l.release_id
                 WHERE l.device_id = :id ORDER BY l.since
                """)
                .param("id", device.id().value())
                .query(String.class)
                .list();
    }

    private long newestChangeSet() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM device.change_set")
                .query(Long.class)
                .single();
    }

    @Test
    void changesWhatIsInstalledAndKeepsItsHistory() throws Exception {
        Product product = fleet.product();
        ReleaseId release = fleet.release(product, "2.1").id();
        Device device = added(product, "T-1");
        DeviceReport done = report(line(product, "t-1", ", \"release\": \"2.1\", \"networked\": true"));

        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.refused()).isZero();
        assertThat(row(device))
                .containsEntry("release_id", release.value())
                .containsEntry("networked", true)
                .containsEntry("serial", "T-1")
                .containsEntry("confirmed_by", "telemetry")
                .containsEntry("change_set", done.changeSet());
        assertThat(history(device)).containsExactly("person unknown", "telemetry 2.1");
        assertThat(jdbc.sql("SELECT source_id::text FROM device.change_set WHERE number = :number")
                        .param("number", done.changeSet())
                        .query(String.class)
                        .single())
                .isEqualTo(done.id().toString());
    }

    @Test
    void changesNothingWhenTheSameReportComesAgain() throws Exception {
        Product product = fleet.product();
        fleet.release(product, "2");
        Device device = added(product, "A");
        String said = line(product, "A", ", \"release\": \"2\", \"seenAt\": \"%s\"".formatted(clock.instant()));
        report(said);
        Map<String, Object> before = row(device);
        long newest = newestChangeSet();
        DeviceReport again = report(said);

        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.changeSet()).isNull();
        assertThat(row(device)).isEqualTo(before);
        assertThat(newestChangeSet()).isEqualTo(newest);
    }

    @Test
    void keepsAnOlderReportAndChangesNothing() throws Exception {
        Product product = fleet.product();
        fleet.release(product, "1");
        Device device = added(product, "A");
        Map<String, Object> before = row(device);
        String said = line(product, "A", ", \"release\": \"1\", \"seenAt\": \"2026-01-02T03:04:05Z\"");
        DeviceReport done = report(said);
        report(said);

        assertThat(done.older()).isEqualTo(1);
        assertThat(done.warnings()).extracting(RowNote::rule).containsExactly(Rule.OLDER);
        assertThat(row(device)).isEqualTo(before);
        assertThat(late(device)).containsExactly("telemetry 1");
    }

    @Test
    void countsAReleaseThatIsNotKnownAsUnknown() throws Exception {
        Product product = fleet.product();
        ReleaseId release = fleet.release(product, "1").id();
        Device said = fleet.add(TestFleet.running(TestFleet.draft(product, "A"), release, DeviceStatus.IN_USE));
        Device strange = fleet.add(TestFleet.running(TestFleet.draft(product, "B"), release, DeviceStatus.IN_USE));
        Device silent = fleet.add(TestFleet.running(TestFleet.draft(product, "C"), release, DeviceStatus.IN_USE));
        DeviceReport done = report(line(product, "A", ", \"release\": \"unknown\"")
                + line(product, "B", ", \"release\": \"99\"")
                + line(product, "C", ", \"release\": null, \"networked\": false"));

        assertThat(done.changed()).isEqualTo(3);
        assertThat(done.warnings()).extracting(RowNote::rule).containsExactly(Rule.UNKNOWN_RELEASE);
        assertThat(row(said)).containsEntry("release_id", null);
        assertThat(row(strange)).containsEntry("release_id", null);
        assertThat(row(silent)).containsEntry("release_id", release.value()).containsEntry("networked", false);
    }

    @Test
    void addsNoDevice() throws Exception {
        Product product = fleet.product();
        fleet.release(product, "1");
        DeviceReport done = report(line(product, "nobody", ", \"release\": \"1\""));

        assertThat(rules(done)).containsExactly("1 unknown-device");
        assertThat(done.changeSet()).isNull();
        assertThat(jdbc.sql("SELECT count(*) FROM device.device WHERE product_id = :id")
                        .param("id", product.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesTheNewestOfSeveralReportsOnOneDevice() throws Exception {
        Product product = fleet.product();
        for (String version : List.of("1", "2", "3")) {
            fleet.release(product, version);
        }
        Device device = added(product, "A");
        String time = ", \"release\": \"%s\", \"seenAt\": \"%s\"";
        String now = clock.instant().toString();
        DeviceReport done = report(line(product, "A", time.formatted("3", now))
                + line(product, "A", time.formatted("1", "2026-01-01T00:00:00Z"))
                + line(product, "A", time.formatted("3", "2026-03-01T00:00:00Z"))
                + line(product, "A", time.formatted("3", now)));

        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.older()).isEqualTo(1);
        assertThat(done.unchanged()).isEqualTo(2);
        assertThat(history(device)).containsExactly("person unknown", "telemetry 3");
        assertThat(late(device)).containsExactly("telemetry 1");
    }

    @Test
    void refusesLinesThatContradictEachOther() throws Exception {
        Product product = fleet.product();
        fleet.release(product, "1");
        fleet.release(product, "2");
        Device device = added(product, "A");
        Map<String, Object> before = row(device);
        DeviceReport done =
                report(line(product, "A", ", \"release\": \"1\"") + line(product, "A", ", \"release\": \"2\""));

        assertThat(rules(done)).containsExactly("1 rows-contradict", "2 rows-contradict");
        assertThat(row(device)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "not json | broken-line",
                "[] | broken-line",
                "{} {} | broken-line",
                "{\"serial\": \"A\" | broken-line",
                "{\"serial\": \"A\", \"serial\": \"B\"} | broken-line",
                "{\"serial\": 12} | broken-line",
                "{\"serial\": 1e999999999} | broken-line",
                "{\"serial\": {\"a\": 1}} | broken-line",
                "{\"serial\": [[[[[[[[1]]]]]]]]} | broken-line",
                "{\"seenAt\": \"2026-01-01\", \"confirmed\": \"2026-01-01\"} | broken-line",
                "{\"patient\": \"A\"} | unknown-key",
                "{\"product\": \"P\"} | no-serial",
                "{\"serial\": \"A\"} | no-product",
                "{\"product\": \"no such product\", \"serial\": \"A\"} | unknown-product",
                "{\"udi\": \"(01)00000000000001(21)A\"} | wrong-udi",
                "{\"product\": \"P\", \"serial\": \"A\\u0000B\"} | invisible-character",
                "{\"product\": \"P\", \"serial\": \"A\\ud800\"} | invisible-character",
                "{\"product\": \"P\", \"serial\": \"A\", \"networked\": \"perhaps\"} | wrong-word",
                "{\"product\": \"P\", \"serial\": \"A\", \"seenAt\": \"2026-02-30T00:00:00Z\"} | wrong-date",
                "{\"product\": \"P\", \"serial\": \"A\", \"seenAt\": \"2200-01-01T00:00:00Z\"} | future"
            })
    void refusesAHostileLineAndTakesTheOthers(String hostile, String rule) throws Exception {
        Product product = fleet.product();
        fleet.release(product, "1");
        Device device = added(product, "A");
        DeviceReport done = report("\n" + hostile + "\r\n" + line(product, "A", ", \"release\": \"1\""));

        assertThat(rules(done)).first().isEqualTo("2 " + rule);
        assertThat(done.refused()).isEqualTo(1);
        assertThat(done.changed()).isEqualTo(1);
        assertThat(history(device)).endsWith("telemetry 1");
    }

    @Test
    void passesOverALineThatHasNoEnd() throws Exception {
        Product product = fleet.product();
        Device device = added(product, "A");
        DeviceReport done =
                report("{\"serial\": \"" + "9".repeat(1 << 20) + "\"}\n" + line(product, "A", ", \"networked\": true"));

        assertThat(rules(done)).containsExactly("1 broken-line");
        assertThat(row(device)).containsEntry("networked", true);
    }

    @Test
    void refusesAWholeRequestThatIsTooLarge() {
        DeviceReports narrow = new DeviceReports(application, jdbc, clock, 2, DataSize.ofKilobytes(1));

        assertThatThrownBy(() -> report(narrow, "{}\n{}\n{}\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("more than 2 lines");
        assertThatThrownBy(() -> report(narrow, " ".repeat(2_000)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("larger than 1,024 bytes");
        assertThatThrownBy(() -> report(narrow, "\n \n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("reports nothing");
    }

    @Test
    void takesThousandsOfLinesAtOnceAndOneAfterThemAndCountsThem() throws Exception {
        Product product = fleet.product();
        fleet.release(product, "1");
        String rows = IntStream.range(0, 2_000)
                .mapToObj(i -> "S%d,%s\n".formatted(i, product.name()))
                .collect(Collectors.joining());
        imports.applied("serial,product\n" + rows);
        String lines = IntStream.range(0, 2_000)
                .mapToObj(i -> line(product, "S" + i, ", \"release\": \"1\""))
                .collect(Collectors.joining());
        DeviceReport many = report(lines);
        DeviceReport one = report(line(product, "S7", ", \"release\": \"unknown\""));

        assertThat(many.changed()).isEqualTo(2_000);
        assertThat(one.changed()).isEqualTo(1);
        assertThat(jdbc.sql("""
                SELECT coalesce(sum(devices) FILTER (WHERE release_id IS NULL), 0) || ' of ' || sum(devices)
                  FROM device.tally WHERE product_id = :id
                """)
                        .param("id", product.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("1 of 2000");
    }

    @Test
    void takesReportsOfManyAtTheSameTime() throws Exception {
        Product product = fleet.product();
        fleet.release(product, "1");
        List<Device> devices =
                IntStream.range(0, 24).mapToObj(i -> added(product, "D" + i)).toList();
        List<Callable<DeviceReport>> requests = IntStream.range(0, 24)
                .mapToObj(i -> (Callable<DeviceReport>) () -> report(line(product, "D" + i, ", \"release\": \"1\"")))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<DeviceReport> answer : threads.invokeAll(requests)) {
                assertThat(answer.get().changed()).isEqualTo(1);
            }
        }
        assertThat(devices).allSatisfy(device -> assertThat(history(device)).endsWith("telemetry 1"));
    }

    @Test
    void isAuditedOnceForEachRequestWithWhatItChanged() throws Exception {
        Product product = fleet.product();
        fleet.release(product, "1");
        added(product, "A");
        DeviceReport done = report(line(product, "A", ", \"release\": \"1\"") + "{}\n");

        List<String> entries = jdbc.sql("SELECT body::text FROM audit.entry WHERE body::text LIKE :id")
                .param("id", "%" + done.id() + "%")
                .query(String.class)
                .list();
        assertThat(entries).singleElement().asString().contains("devices.reported", "\"changed\"");
    }
}

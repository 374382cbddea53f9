package dev.ward.device.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.device.TestFleet;
import dev.ward.product.Product;
import dev.ward.table.DateOrder;
import dev.ward.table.RowNote;
import dev.ward.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows as spreadsheets, people and other systems spoil them.
@WardTest
class HostileRowsTest {

    private static final String DI = "04012345000047";

    private final TestFleet fleet;
    private final TestImports imports;
    private final DeviceImports front;
    private final JdbcClient jdbc;

    @Autowired
    HostileRowsTest(TestFleet fleet, TestImports imports, DeviceImports front, JdbcClient jdbc) {
        this.fleet = fleet;
        this.imports = imports;
        this.front = front;
        this.jdbc = jdbc;
    }

    private List<Map<String, Object>> devices(Product product) {
        return jdbc.sql("SELECT * FROM device.device WHERE product_id = :id ORDER BY serial")
                .param("id", product.id().value())
                .query()
                .listOfRows();
    }

    /// The one row behind the headings is refused by a rule, which names the value.
    private void assertRefused(String headings, String row, Rule rule, String value) throws Exception {
        Product product = fleet.product();
        DeviceImport done = imports.applied("product,%s\n%s,%s\n".formatted(headings, product.name(), row));

        assertThat(imports.notes(done, true))
                .as(row)
                .extracting(RowNote::rule, RowNote::line, RowNote::value)
                .contains(tuple(rule, 2L, value));
        assertThat(done.counts().refused()).isEqualTo(1);
        assertThat(devices(product)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"04012345000048", "(01)04012345000048(21)A", "4012345000048", "+B123PARTNO1234567890120/SERIAL1"
            })
    void refusesADiWhoseCheckDigitIsWrong(String di) throws Exception {
        assertRefused("di,serial", di + ",A", Rule.WRONG_UDI, di);
    }

    @Test
    void refusesAUdiWhoseCheckDigitIsWrong() throws Exception {
        assertRefused("udi", "(01)04012345000048(21)A", Rule.WRONG_UDI, "(01)04012345000048(21)A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"L\u00d6T7", "LOT 7", "LOT#7", "LOT7\u20ac", "ABCDEFGHIJKLMNOPQRSTU"})
    void refusesALotWithCharactersThatGs1DoesNotAllow(String lot) throws Exception {
        assertRefused("di,serial,lot", DI + ",A," + lot, Rule.WRONG_NUMBER, lot);
    }

    @Test
    void refusesALotWithACharacterThatCannotBeSeen() throws Exception {
        assertRefused("serial,lot", "A,LOT\u202e7", Rule.INVISIBLE_CHARACTER, "LOT\u202e7");
    }

    @Test
    void refusesTwoRowsOfOneUdiAndDifferentProducts() throws Exception {
        Product one = fleet.product();
        Product other = fleet.product();
        String udi = "(01)%s(21)%s".formatted(DI, UUID.randomUUID().toString().substring(0, 8));
        DeviceImport done =
                imports.applied("udi,product\n%1$s,%2$s\n%1$s,%3$s\n".formatted(udi, one.name(), other.name()));

        assertThat(done.counts().refused()).isEqualTo(2);
        assertThat(imports.rules(done)).contains("rows-contradict");
        assertThat(devices(one)).isEmpty();
        assertThat(devices(other)).isEmpty();
    }

    @Test
    void refusesARowWhoseUdiIsThatOfAnotherDevice() throws Exception {
        Product one = fleet.product();
        Product other = fleet.product();
        String udi = "(01)%s(21)%s".formatted(DI, UUID.randomUUID().toString().substring(0, 8));
        imports.applied("udi,product\n%s,%s\n".formatted(udi, one.name()));
        DeviceImport done = imports.applied("udi,product\n%s,%s\n".formatted(udi, other.name()));

        assertThat(imports.notes(done, true)).extracting(RowNote::rule).containsExactly(Rule.TWO_DEVICES);
        assertThat(devices(other)).isEmpty();
    }

    @Test
    void refusesARowWhoseUdiAndColumnsContradictEachOther() throws Exception {
        assertRefused("udi,serial", "(01)%s(21)A,B".formatted(DI), Rule.UDI_CONTRADICTS, "B");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30,WRONG_DATE",
        "2025-02-29,WRONG_DATE",
        "2025-13-01,WRONG_DATE",
        "20250431,WRONG_DATE",
        "0000-00-00,WRONG_DATE",
        "1899-12-31,WRONG_DATE",
        "Q2 2025,WRONG_DATE",
        "45321,WRONG_DATE",
        "03/04/2025,DATE_ORDER",
        "31.04.2025,DATE_ORDER",
        "2099-01-01,FUTURE"
    })
    void refusesDatesThatDoNotExistOrMayBeTwo(String date, Rule rule) throws Exception {
        assertRefused("serial,manufactured", "A," + date, rule, date);
    }

    @ParameterizedTest
    @CsvSource({"day-first,31.04.2025", "day-first,12/31/2025", "month-first,31/12/2025", "day-first,01.02.25"})
    void refusesDatesThatDoNotExistInTheOrderThatWasChosen(String order, String date) throws Exception {
        Product product = fleet.product();
        String csv = "product,serial,manufactured\n%s,A,%s\n".formatted(product.name(), date);
        Mapping guess = TestImports.guess(csv, false);
        DeviceImport done = imports.applied(
                csv,
                new Mapping(guess.columns(), Map.of(), DateOrder.of(order).orElseThrow(), guess.table(), false, false));

        assertThat(imports.notes(done, true)).extracting(RowNote::rule).containsExactly(Rule.WRONG_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23E+13", "4.01235E+12", "1.23e13"})
    void refusesNumbersThatASpreadsheetHasRounded(String number) throws Exception {
        assertRefused("di,serial", number + ",A", Rule.MANGLED_NUMBER, number);
        assertRefused("serial", number, Rule.MANGLED_NUMBER, number);
    }

    @Test
    void refusesAGermanSpreadsheetsRoundedNumber() throws Exception {
        assertRefused("di,serial", "\"1,23E+13\",A", Rule.MANGLED_NUMBER, "1,23E+13");
    }

    @ParameterizedTest
    @CsvSource({"841542103688,00841542103688", "12345678905,00012345678905", "4012345000047.0,04012345000047"})
    void findsTheGtinThatLostItsZerosWhenItsCheckDigitIsRight(String lost, String whole) throws Exception {
        Product product = fleet.product();
        imports.applied("di,serial,product\n%s,A,%s\n".formatted(lost, product.name()));

        assertThat(devices(product))
                .singleElement()
                .satisfies(device -> assertThat(device).containsEntry("di", whole));
    }

    @Test
    void refusesAGtinThatLostItsZerosAndHasAWrongCheckDigit() throws Exception {
        assertRefused("di,serial", "12345678906,A", Rule.WRONG_UDI, "12345678906");
    }

    @Test
    void knowsOneCustomerInTheEncodingsOfTwoSystems() throws Exception {
        Product product = fleet.product();
        String customer = "Spital S\u00fcd " + UUID.randomUUID();
        String head = "serial,product,customer\n";
        String row = "%s,%s,%s\n";
        byte[] utf8 = (head + row.formatted("A", product.name(), customer)).getBytes(StandardCharsets.UTF_8);
        byte[] windows = row.formatted("B", product.name(), customer).getBytes(Charset.forName("windows-1252"));
        byte[] file = Arrays.copyOf(utf8, utf8.length + windows.length);
        System.arraycopy(windows, 0, file, utf8.length, windows.length);
        DeviceImport done = imports.applied(file, TestImports.guess(head, true));

        assertThat(done.counts().created()).isEqualTo(2);
        assertThat(done.counts().customers()).isEqualTo(1);
        assertThat(imports.notes(done, false))
                .extracting(RowNote::rule, RowNote::line)
                .containsExactly(tuple(Rule.OTHER_ENCODING, 3L));
    }

    @Test
    void losesOnlyTheRowsWithAnotherDelimiter() throws Exception {
        Product product = fleet.product();
        DeviceImport done = imports.applied("""
                serial,product,lot
                A,%1$s,1
                B;%1$s;2
                C,%1$s,3
                """.formatted(product.name()));

        assertThat(done.counts().created()).isEqualTo(2);
        assertThat(imports.notes(done, true)).extracting(RowNote::line).containsOnly(3L);
    }

    @Test
    void keepsATextThatBeginsLikeAFormulaAndSaysSo() throws Exception {
        Product product = fleet.product();
        DeviceImport done = imports.applied("serial,product,lot\n@A1,%s,=1+1\n".formatted(product.name()));

        assertThat(imports.rules(done)).containsExactly("like-formula");
        assertThat(devices(product))
                .singleElement()
                .satisfies(device ->
                        assertThat(device).containsEntry("serial", "@A1").containsEntry("lot", "=1+1"));
    }

    @Test
    void takesTheLastValueOfAWorkbooksFormulaWithAWarning() throws Exception {
        Product product = fleet.product();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Devices");
            sheet.value(0, 0, "serial");
            sheet.value(0, 1, "product");
            sheet.formula(1, 0, "HYPERLINK(\"http://evil.example\",\"A\")");
            sheet.value(1, 1, product.name());
        }
        DeviceImport done = imports.applied(out.toByteArray(), TestImports.guess("serial,product", false));

        // The library writes no last value: the cell counts as empty.
        assertThat(imports.rules(done)).containsExactlyInAnyOrder("formula", "no-serial");
    }

    @Test
    void keepsNothingOfAFileThatBreaksOffWhileItIsSent() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("serial,product\nA,".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the line is dead");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        return read();
                    }
                });
        String name = "broken off " + UUID.randomUUID();

        assertThatThrownBy(() -> front.receive(name, "text/csv", broken, Actor.machine("test")))
                .isInstanceOf(IOException.class);
        assertThat(jdbc.sql("SELECT count(*) FROM device.import WHERE name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesAWorkbookThatIsCutOff() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            workbook.newWorksheet("Devices").value(0, 0, "serial");
        }
        byte[] half = Arrays.copyOf(out.toByteArray(), out.size() / 2);

        assertThatThrownBy(() -> imports.received(half))
                .isInstanceOf(ProblemException.class)
                .hasMessageNotContaining("Exception");
    }

    @Test
    void refusesAProgramThatIsTakenForATable() {
        byte[] program = "\u007fELF\u0002\u0001\u0000\u0000x,y\n1,2\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> imports.received(program))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("this is no table");
    }

    @Test
    void refusesARowWithAZeroCharacter() throws Exception {
        Product product = fleet.product();
        DeviceImport done = imports.applied("serial,product,lot\nA\0B,%1$s,1\nC,%1$s,2\n".formatted(product.name()));

        assertThat(imports.notes(done, true)).extracting(RowNote::rule).containsExactly(Rule.INVISIBLE_CHARACTER);
        assertThat(done.counts().created()).isEqualTo(1);
    }
}

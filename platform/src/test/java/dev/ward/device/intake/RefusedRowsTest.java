package dev.ward.device.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.WardTest;
import dev.ward.device.TestFleet;
import dev.ward.product.Product;
import dev.ward.table.ImportState;
import dev.ward.table.TableChoices;
import dev.ward.web.ProblemException;
import dev.ward.web.TableFormat;
import dev.ward.web.TableOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WardTest
class RefusedRowsTest {

    private final TestFleet fleet;
    private final TestImports imports;
    private final DeviceImports devices;

    @Autowired
    RefusedRowsTest(TestFleet fleet, TestImports imports, DeviceImports devices) {
        this.fleet = fleet;
        this.imports = imports;
        this.devices = devices;
    }

    private byte[] written(DeviceImport of, TableFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        devices.writeRefused(of, head -> TableOutput.open(format, out, "Refused rows", head));
        return out.toByteArray();
    }

    private List<String> lines(DeviceImport of) throws IOException {
        return new String(written(of, TableFormat.CSV), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void letsNoCellOfTheRowRunAsAFormula() throws Exception {
        DeviceImport done = imports.applied(
                "serial,product,note\n@A,Nothing,\"=HYPERLINK(\"\"http://evil.example\"\")\"\n+1,Nothing,\t=1\n");

        assertThat(lines(done))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("(^|,)\"\\s*[=+@-]"))
                .anySatisfy(line -> assertThat(line).startsWith("\"'@A\",\"Nothing\",\"'=HYPERLINK("));
    }

    @Test
    void namesAllThatIsWrongWithARowAtOnce() throws Exception {
        Product product = fleet.product();
        DeviceImport done = imports.applied("""
                serial,product,customer,status,manufactured
                ,Nothing,Nowhere Clinic,sleeping,2026-02-30
                A1,Nothing,Nowhere Clinic,,
                ,%s,,,
                ,,,,
                """.formatted(product.name()));

        List<String> lines = lines(done);
        assertThat(lines.get(1))
                .contains(
                        "the row has no serial number",
                        "Ward has no product",
                        "Ward has no customer",
                        "is no status that Ward knows",
                        "manufactured: ");
        assertThat(lines.get(2)).contains("Ward has no product", "Ward has no customer");
        assertThat(lines.get(3)).contains("the row has no serial number").doesNotContain("Ward has no");
        assertThat(done.counts().refused()).isEqualTo(lines.size() - 1);
    }

    @Test
    void keepsWhatARowHasMoreThanItsHeadings() throws Exception {
        Product product = fleet.product();
        DeviceImport done = imports.applied("serial,product\nA,%s,too,much\n".formatted(product.name()));

        assertThat(lines(done).getLast())
                .startsWith("\"A\",\"%s\",\"2\"".formatted(product.name()))
                .endsWith("\"too\",\"much\"");
    }

    @Test
    void leavesOutWhatAnEarlierExportAdded() throws Exception {
        DeviceImport first = imports.applied("serial,product\nA,Nothing\n");
        byte[] exported = written(first, TableFormat.CSV);
        DeviceImport again = imports.applied(exported, TestImports.guess("serial,product", false));

        assertThat(written(again, TableFormat.CSV)).isEqualTo(exported);
    }

    @Test
    void findsTheRefusedAmongManyRowsInTheirOrder() throws Exception {
        Product product = fleet.product();
        StringBuilder csv = new StringBuilder("serial,product\n");
        for (int i = 2; i <= 5_000; i++) {
            csv.append("S")
                    .append(i)
                    .append(',')
                    .append(i % 700 == 0 ? "Nothing" : product.name())
                    .append('\n');
        }
        DeviceImport done = imports.checked(csv.toString());

        assertThat(lines(done).stream().skip(1).map(line -> line.split(",", 2)[0]))
                .containsExactly(
                        "\"S700\"", "\"S1400\"", "\"S2100\"", "\"S2800\"", "\"S3500\"", "\"S4200\"", "\"S4900\"");
    }

    @Test
    void writesAWorkbookThatCanBeReadWhateverTheCellsHold() throws Exception {
        DeviceImport done = imports.applied("serial,product,note\n00042,Nothing,\u0001 \uffff <&>\n");
        byte[] workbook = written(done, TableFormat.XLSX);
        DeviceImport again = imports.received(workbook);

        assertThat(again.preview()).isNotNull().satisfies(preview -> {
            assertThat(preview.headings()).contains("serial", "Refused because");
            assertThat(preview.rows().getFirst()).startsWith("00042", "Nothing");
        });
        assertThat(imports.rules(imports.applied(workbook, TestImports.guess("serial,product", false))))
                .containsExactly("unknown-product");
    }

    @Test
    void waitsUntilTheFileIsChecked() throws Exception {
        Mapping mapping = TestImports.guess("serial,product", false);
        DeviceImport moving = imports.ordered("serial,product\nA,Nothing\n", mapping, ImportState.CHECKING);

        assertThatThrownBy(() -> written(moving, TableFormat.CSV))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is worked on");
        assertThat(mapping.table()).isEqualTo(TableChoices.NONE);
    }
}

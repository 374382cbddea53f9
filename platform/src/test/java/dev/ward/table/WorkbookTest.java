package dev.ward.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

    private static final String SHEET = """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>
            """;

    private static List<Row> rows(byte[] workbook, @Nullable String sheet) throws IOException, UnreadableTable {
        try (Table table = Tables.open(new ByteArrayInputStream(workbook), new TableChoices(null, null, sheet))) {
            List<Row> rows = new ArrayList<>();
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    private static List<Row> rows(String sheetData) throws IOException, UnreadableTable {
        return rows(workbook(Map.of("xl/worksheets/sheet1.xml", SHEET.formatted(HEADINGS + sheetData))), null);
    }

    private static final String HEADINGS =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>serial</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>x</t></is></c></row>";

    private static byte[] workbook(Map<String, String> parts) throws IOException {
        Map<String, String> all =
                new TreeMap<>(Map.of("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """, "xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="false"/><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>
                """, "xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
                """));
        all.putAll(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void readsWhatAnotherLibraryWrites() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet other = workbook.newWorksheet("Notes");
            other.value(0, 0, "nothing");
            Worksheet sheet = workbook.newWorksheet("Devices");
            sheet.value(0, 0, "GTIN");
            sheet.value(0, 1, "Serial");
            sheet.value(0, 2, "Made");
            sheet.value(0, 3, "Seen");
            sheet.value(0, 4, "Networked");
            sheet.value(2, 0, 9506000134352L);
            sheet.value(2, 1, "Ä & <1>");
            sheet.value(2, 2, LocalDate.of(2025, 2, 28));
            sheet.style(2, 2).format("yyyy-MM-dd").set();
            sheet.value(2, 3, LocalDateTime.of(2025, 2, 28, 13, 45, 1));
            sheet.style(2, 3).format("dd/mm/yyyy h:mm").set();
            sheet.value(2, 4, true);
            sheet.value(3, 1, 2.1);
            sheet.formula(3, 2, "SUM(1,2)");
        }
        List<Row> rows = rows(out.toByteArray(), "Devices");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).line()).isEqualTo(3);
        assertThat(rows.get(0).cells())
                .containsExactly("9506000134352", "Ä & <1>", "2025-02-28", "2025-02-28T13:45:01", "TRUE");
        assertThat(rows.get(1).cell(1)).isEqualTo("2.1");
        assertThat(rows.get(1).flaws()).extracting(Flaw::kind).contains(Flaw.Kind.FORMULA);
        assertThatThrownBy(() -> rows(out.toByteArray(), "Gone"))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("Notes, Devices");
    }

    @Test
    void readsRichTextAndSharedTextsOncePerNumber() throws Exception {
        byte[] workbook = workbook(
                Map.of(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>said</t></rPh></si></sst>",
                        "xl/_rels/workbook.xml.rels",
                        """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>
                """,
                        "xl/worksheets/sheet1.xml",
                        SHEET.formatted(
                                HEADINGS
                                        + "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>7</v></c></row>")));
        List<Row> rows = rows(workbook, null);

        assertThat(rows.get(0).cells()).containsExactly("rich text", "plain");
        assertThat(rows.get(1).flaws()).extracting(Flaw::kind).contains(Flaw.Kind.SPREADSHEET_ERROR);
    }

    @Test
    void takesTheLastValueOfAFormulaAndSaysSo() throws Exception {
        Row row = rows("<row r=\"2\"><c r=\"B2\" t=\"str\"><f>CONCAT(\"A\",1)</f><v>A1</v></c></row>")
                .getFirst();

        assertThat(row.cells()).containsExactly("", "A1");
        assertThat(row.flaws()).hasSize(1);
        assertThat(row.flaws().getFirst().column()).isEqualTo(1);
        assertThat(row.flaws().getFirst().words()).contains("\"=CONCAT(\"A\",1)\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<c r=\"ZZZZZZ2\"><v>1</v></c>", "<c r=\"XFD2\"><v>1</v></c>"})
    void refusesARowWithACellBehindAllColumns(String cell) throws Exception {
        assertThat(rows("<row r=\"2\">" + cell + "</row>").getFirst().isBroken())
                .isTrue();
    }

    @Test
    void marksErrorsAndDaysThatDoNotExist() throws Exception {
        byte[] workbook = workbook(Map.of(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-407]dd\\-mm\\-yyyy;@\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/></Relationships>
                """,
                "xl/worksheets/sheet1.xml",
                SHEET.formatted(HEADINGS
                        + "<row><c s=\"1\"><v>60</v></c><c t=\"e\"><v>#N/A</v></c></row>"
                        + "<row><c s=\"1\"><v>59</v></c><c s=\"1\"><v>61</v></c></row>"
                        + "<row><c s=\"1\"><v>99999999</v></c><c s=\"1\"><v>1e999999999</v></c></row>")));
        List<Row> rows = rows(workbook, null);

        assertThat(rows.get(0).flaws())
                .extracting(Flaw::kind)
                .containsExactly(Flaw.Kind.DATE_OUT_OF_RANGE, Flaw.Kind.SPREADSHEET_ERROR);
        assertThat(rows.get(1).cells()).containsExactly("1900-02-28", "1900-03-01");
        assertThat(rows.get(2).cells()).containsExactly("99999999", "1e999999999");
    }

    @Test
    void keepsNumbersAsTheyWereTyped() throws Exception {
        List<Row> rows = rows("<row><c><v>1.2345678901231E13</v></c><c><v>2.1000000000000001</v></c></row>"
                + "<row><c><v>123456789012345678</v></c><c><v>1e999999999</v></c></row>"
                + "<row><c><v>0.10000000000000001</v></c><c><v>-3.0</v></c></row>");

        assertThat(rows.get(0).cells()).containsExactly("12345678901231", "2.1");
        assertThat(rows.get(1).cells()).containsExactly("123456789012346E3", "1e999999999");
        assertThat(rows.get(2).cells()).containsExactly("0.1", "-3");
    }

    @Test
    void refusesAWorkbookThatUnpacksToTooMuch() throws Exception {
        byte[] bomb = workbook(Map.of(
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/></Relationships>
                """,
                "xl/styles.xml",
                "<styleSheet>" + ("<xf>" + "x".repeat(30_000) + "</xf>").repeat(600) + "</styleSheet>",
                "xl/worksheets/sheet1.xml",
                SHEET.formatted(HEADINGS)));
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThatThrownBy(() -> rows(bomb, null))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("unpacks to more than");
    }

    @Test
    void refusesATextThatNeverEnds() {
        assertThatThrownBy(() -> rows("<row><c x=\"" + " ".repeat(2_000_000) + "\"/></row>"))
                .isInstanceOf(UnreadableTable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet>&b;</worksheet>",
                "<worksheet><sheetData><row><c",
                "no xml"
            })
    void refusesWhatIsNoSheet(String sheet) throws Exception {
        byte[] workbook = workbook(Map.of("xl/worksheets/sheet1.xml", sheet));

        assertThatThrownBy(() -> rows(workbook, null)).isInstanceOf(UnreadableTable.class);
    }

    @Test
    void refusesOtherZipFiles() throws Exception {
        byte[] whole = workbook(Map.of("xl/worksheets/sheet1.xml", SHEET.formatted(HEADINGS)));

        assertThatThrownBy(() -> rows(Arrays.copyOf(whole, whole.length / 2), null))
                .isInstanceOf(UnreadableTable.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("devices.csv"));
        }
        assertThatThrownBy(() -> rows(out.toByteArray(), null))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("Unpack it first");
    }
}

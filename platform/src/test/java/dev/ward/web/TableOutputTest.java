package dev.ward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class TableOutputTest {

    private static byte[] written(TableFormat format, List<?>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableOutput table = TableOutput.open(format, out, "devices", List.of("serial", "count"))) {
            for (List<?> row : rows) {
                table.row(row);
            }
        }
        return out.toByteArray();
    }

    @Test
    void takesTheForceFromWhatASpreadsheetWouldRun() throws IOException {
        String csv = new String(
                written(
                        TableFormat.CSV,
                        List.of("=1+1", " \t@SUM(A1)"),
                        List.of("a\"b;c", 7),
                        Arrays.asList(null, "-2")),
                StandardCharsets.UTF_8);
        assertThat(csv)
                .isEqualTo(
                        "\"serial\",\"count\"\r\n\"'=1+1\",\"' \t@SUM(A1)\"\r\n\"a\"\"b;c\",\"7\"\r\n\"\",\"'-2\"\r\n");
    }

    @Test
    void writesTextsAsTextsAndNumbersAsNumbersForExcel() throws IOException {
        byte[] xlsx = written(TableFormat.XLSX, List.of("=1+1", 7), Arrays.asList(null, "00123"));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("=1+1");
            assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(2).getCellText(1)).isEqualTo("00123");
        }
    }
}

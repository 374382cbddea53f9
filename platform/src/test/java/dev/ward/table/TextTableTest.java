package dev.ward.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

    private static Table open(byte[] bytes) throws IOException, UnreadableTable {
        return Tables.open(new ByteArrayInputStream(bytes), TableChoices.NONE);
    }

    private static Table open(String text) throws IOException, UnreadableTable {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Row> rows(Table table) throws IOException, UnreadableTable {
        List<Row> rows = new ArrayList<>();
        for (Row row = table.next(); row != null; row = table.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> cells(Table table) throws IOException, UnreadableTable {
        return rows(table).stream().map(Row::cells).toList();
    }

    @Test
    void readsHeadingsAndRowsWithTheirLines() throws Exception {
        Table table = open("Serial,Site\r\nA1,Ward 3\r\n\r\nA2,\"Ward\r\n4\"\r\nA3,x");

        assertThat(table.headings()).containsExactly("Serial", "Site");
        assertThat(rows(table))
                .containsExactly(
                        new Row(2, List.of("A1", "Ward 3"), List.of()),
                        new Row(4, List.of("A2", "Ward\r\n4"), List.of()),
                        new Row(6, List.of("A3", "x"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void findsTheDelimiter(char delimiter) throws Exception {
        Table table = open(
                "a,b;c|d\te".replace(",", "").replace(";", "").replace("|", "").replace("\t", "")
                        + delimiter + "site" + delimiter + "note\n1" + delimiter + "x, y; z" + delimiter + "k\n2"
                        + delimiter
                        + "p|q" + delimiter + "\n");

        assertThat(table.form().delimiter()).isEqualTo(String.valueOf(delimiter));
        assertThat(table.headings()).hasSize(3);
    }

    @Test
    void takesTheDelimiterThatItsFirstLineNames() throws Exception {
        Table table = open("\uFEFFsep=;\r\nserial;site, ward\r\nA1;b\r\n");

        assertThat(table.headings()).containsExactly("serial", "site, ward");
        assertThat(rows(table)).extracting(Row::line).containsExactly(3L);
    }

    @Test
    void readsOneColumn() throws Exception {
        Table table = open("udi\n(01)09506000134352(21)A1\n(01)09506000134352(21)A2\n");

        assertThat(cells(table))
                .containsExactly(List.of("(01)09506000134352(21)A1"), List.of("(01)09506000134352(21)A2"));
    }

    @Test
    void namesColumnsWithoutHeadingAndTellsEqualOnesApart() throws Exception {
        assertThat(open("a,,a,A\n1,2,3,4\n").headings()).containsExactly("a", "column 2", "a (2)", "A");
    }

    @Test
    void keepsQuotesWithinCells() throws Exception {
        Table table = open("a,b\n\"he said \"\"no\"\"\",5\" screen\n\"\",\"\"\"\"\n");

        assertThat(cells(table)).containsExactly(List.of("he said \"no\"", "5\" screen"), List.of("", "\""));
    }

    @Test
    void marksTextBehindAClosingQuote() throws Exception {
        Row row = rows(open("a,b\n\"x\"y,2\n")).getFirst();

        assertThat(row.cells()).containsExactly("xy", "2");
        assertThat(row.flaws()).extracting(Flaw::kind).containsExactly(Flaw.Kind.BEHIND_QUOTE);
        assertThat(row.isBroken()).isFalse();
    }

    @Test
    void losesOneRowByAQuoteThatIsNeverClosed() throws Exception {
        List<Row> rows = rows(open("a,b\n1,2\n3,\"4\n5,6\n7,8\n"));

        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rows.get(1).isBroken()).isTrue();
        assertThat(rows.get(1).cells()).containsExactly("3,\"4");
        assertThat(rows.get(3).cells()).containsExactly("7", "8");
    }

    @Test
    void losesOneRowByAQuoteThatIsNeverClosedInAVeryLongFile() throws Exception {
        StringBuilder text = new StringBuilder("a,b\n\"1,2\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(",x\n");
        }
        List<Row> rows = rows(open(text.toString()));

        assertThat(rows).hasSize(20_001);
        assertThat(rows).filteredOn(Row::isBroken).extracting(Row::line).containsExactly(2L);
        assertThat(rows.getLast().line()).isEqualTo(20_002L);
    }

    @Test
    void losesOneRowByAQuoteThatTheNextQuoteSeemsToClose() throws Exception {
        List<Row> rows = rows(open("a,b\n1,\"2\n3,4\n5,\"6\"\n"));

        assertThat(rows).extracting(Row::isBroken).containsExactly(true, false, false);
        assertThat(rows.get(2).cells()).containsExactly("5", "6");
    }

    @Test
    void refusesAFileFullOfQuotesThatAreNeverClosed() {
        assertThatThrownBy(() -> rows(open("a,b\n" + "\"x\"\",1\n".repeat(3_000))))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("1,000 quotes");
    }

    @Test
    void tellsRowsThatAreShorterOrLongerThanTheHeadings() throws Exception {
        List<Row> rows = rows(open("a,b,c\n1,2\n1,2,3,\n1,2,3,4\n"));

        assertThat(rows.get(0).flaws()).extracting(Flaw::kind).containsExactly(Flaw.Kind.TOO_FEW_CELLS);
        assertThat(rows.get(0).isBroken()).isFalse();
        assertThat(rows.get(0).cell(2)).isEmpty();
        assertThat(rows.get(1).flaws()).isEmpty();
        assertThat(rows.get(2).isBroken()).isTrue();
    }

    @Test
    void refusesCellsLongerThanASpreadsheetHasAndGoesOn() throws Exception {
        List<Row> rows = rows(open("a,b\n" + "x".repeat(40_000) + ",1\n2,3\n" + "4,".repeat(2_000) + "\n5,6\n"));

        assertThat(rows).extracting(Row::isBroken).containsExactly(true, false, true, false);
        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void readsBytesThatAreNoUtf8AsWindows1252AndSaysWhere() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("serial,site\nA1,Zürich\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("A2,Zürich – Süd\n".getBytes(Charset.forName("windows-1252")));
        bytes.writeBytes("A3,Genève\n".getBytes(StandardCharsets.UTF_8));
        List<Row> rows = rows(open(bytes.toByteArray()));

        assertThat(rows).extracting(row -> row.cell(1)).containsExactly("Zürich", "Zürich – Süd", "Genève");
        assertThat(rows.get(0).flaws()).isEmpty();
        assertThat(rows.get(1).flaws()).containsExactly(new Flaw(Flaw.WHOLE, Flaw.Kind.OTHER_ENCODING, "3 characters"));
        assertThat(rows.get(2).flaws()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsUtf16WithAndWithoutByteOrderMark(String encoding) throws Exception {
        String text = "serial\tsite\nA1\tKöln\n";
        for (String mark : List.of("", "\uFEFF")) {
            Table table = open((mark + text).getBytes(Charset.forName(encoding)));

            assertThat(table.form().encoding()).isEqualTo(encoding);
            assertThat(table.headings()).containsExactly("serial", "site");
            assertThat(cells(table)).containsExactly(List.of("A1", "Köln"));
        }
    }

    @Test
    void takesTheEncodingAndTheDelimiterThatAPersonChooses() throws Exception {
        byte[] bytes = "serial,a;site\nA1,b;Łódź\n".getBytes(Charset.forName("windows-1250"));
        Table table = Tables.open(new ByteArrayInputStream(bytes), new TableChoices(';', "windows-1250", null));

        assertThat(table.headings()).containsExactly("serial,a", "site");
        assertThat(cells(table)).containsExactly(List.of("A1,b", "Łódź"));
    }

    @Test
    void readsAMillionCellsOfEveryLengthAcrossItsBuffer() throws Exception {
        StringBuilder text = new StringBuilder("n,text,quoted\n");
        for (int i = 0; i < 3_000; i++) {
            String cell = "é".repeat(i % 97) + "\uD83D\uDE80";
            text.append(i).append(',').append(cell).append(",\"").append(cell).append("\"\"\r\n\"\r\n");
        }
        List<Row> rows = rows(open(text.toString()));

        assertThat(rows).hasSize(3_000);
        for (int i = 0; i < rows.size(); i++) {
            String cell = "é".repeat(i % 97) + "\uD83D\uDE80";
            assertThat(rows.get(i)).isEqualTo(new Row(2 + 2L * i, List.of("" + i, cell, cell + "\"\r\n"), List.of()));
        }
    }

    @Test
    void readsTheSameWhateverPiecesTheBytesComeIn() throws Exception {
        byte[] bytes = "a;b\n\"x\r\ny\";Zürich €\r\n1;\uD83D\uDE80\r".getBytes(StandardCharsets.UTF_8);
        InputStream drops = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
        assertThat(cells(Tables.open(drops, TableChoices.NONE)))
                .containsExactly(List.of("x\r\ny", "Zürich €"), List.of("1", "\uD83D\uDE80"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "%PDF-1.7", "<html><table>", "<?xml version=\"1.0\"?><a/>", "\u001F\u008Bxx"})
    void refusesWhatIsNoTable(String text) {
        assertThatThrownBy(() -> open(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableTable.class);
    }
}

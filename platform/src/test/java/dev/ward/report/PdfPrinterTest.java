package dev.ward.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.handling.CaseNumber;
import dev.ward.report.DraftItem.Content.Table;
import dev.ward.report.DraftItem.Content.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// What is printed says on each page what it is, and shows whatever people write without harm.
class PdfPrinterTest {

    private static final CaseNumber NUMBER = CaseNumber.of("C-7Q4M-2KX9");
    private static final Instant NOW = Instant.parse("2026-12-01T05:00:00Z");
    private static final PdfPrinter PRINTER = new PdfPrinter();

    private static byte[] print(DraftKind kind, DraftItem... items) throws IOException {
        DraftPrint print = DraftPrint.of(
                new Draft(kind, NUMBER, List.of(items)),
                null,
                "version 1 was signed 2026-11-05",
                NOW,
                ZoneId.of("America/New_York"),
                PRINTER::shows);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PRINTER.print("report/pdf", Map.of("print", print), out);
        return out.toByteArray();
    }

    private static DraftItem item(String text) {
        return new DraftItem("(c)(1)", "Report number", "Who reports", List.of(new Words(text)), "The date.");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String unbroken(String text) {
        return text.replaceAll("[\\s\u200b]", "");
    }

    @Test
    void everyPageSaysWhatItIsAndHasRoomForASignature() throws IOException {
        List<List<String>> rows = IntStream.range(0, 150)
                .mapToObj(i -> List.of("Hospital " + i, "1 Street, Town", "555-0100"))
                .toList();
        DraftItem many = new DraftItem(
                "(c)(11)",
                "Consignees",
                "Customers",
                List.of(new Table(List.of("Name", "Address", "Phone"), rows, "150 consignees", null)),
                null);
        try (PDDocument document = Loader.loadPDF(print(DraftKind.FDA_806_10, many))) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).replaceAll("\\s+", " "))
                        .contains(
                                "Case C-7Q4M-2KX9",
                                "Report of a correction or removal",
                                "Draft, not submitted: not kept, no version; version 1 was signed 2026-11-05",
                                "not a submission",
                                "Not signed. Name",
                                "Printed 2026-12-01 00:00 -05:00 (America/New_York)",
                                "page %d of %d".formatted(page, pages));
            }
        }
    }

    @Test
    void noDraftIsASubmission() throws IOException {
        for (DraftKind kind : DraftKind.values()) {
            assertThat(text(print(kind, item("x")))).contains("not a submission");
        }
    }

    @Test
    void whatPeopleWriteIsTextAndLoadsNothing() throws IOException {
        String hostile = "<img src=\"file:///etc/passwd\"/><script>alert(1)</script> &amp; ]]> <!DOCTYPE x>";
        byte[] pdf = print(DraftKind.FDA_806_10, item(hostile));
        assertThat(unbroken(text(pdf))).contains(unbroken(hostile)).doesNotContain("root:");
        assertThat(text(pdf)).contains("Missing: The date.");
    }

    @Test
    void whatTheFontsDoNotHaveIsNamed() throws IOException {
        String text = text(print(
                DraftKind.FDA_806_10,
                item("A \ud83e\udee0 B \u202eC\u0007D\ud800E \u4e16 \u05e9\u05dc\u05d5\u05dd ñé")));
        assertThat(text)
                .contains("[U+1FAE0]", "[U+202E]", "[U+0007]", "[U+D800]", "[U+4E16]", "ñé")
                .contains("5 characters that cannot be printed", "from right to left");
    }

    @Test
    void aVeryLongTextIsCutAndSaidToBe() throws IOException {
        byte[] pdf = print(DraftKind.FDA_806_10, item("x".repeat(1_000_000)), item("word ".repeat(200_000)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(2, 60);
        }
        assertThat(text(pdf)).contains("[980,000 more characters]", "2 texts of more than 20,000 characters");
    }

    @Test
    void aLongWordStaysOnThePage() throws IOException {
        String word = "0123456789".repeat(40);
        assertThat(unbroken(text(print(DraftKind.FDA_806_10, item(word))))).contains(word);
    }

    private static DraftItem table(String number, int rows, List<String> columns, List<String> row) {
        List<List<String>> all = IntStream.range(0, rows).mapToObj(i -> row).toList();
        return new DraftItem(
                number, "Devices", "Registry", List.of(new Table(columns, all, "The first 3 of 90.", null)), null);
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    private static int count(String text, String word) {
        return text.split(word, -1).length - 1;
    }

    @Test
    void aCopiedHashMatches() throws IOException {
        String hash = "ca63f4ff58ded6ff10" + "ff".repeat(23);
        DraftItem file = table(
                "(c)(12)", 1, List.of("When", "What", "Copy", "SHA-256"), List.of("2026-12-01", "A", "a.pdf", hash));
        String text = text(print(DraftKind.FDA_806_10, item("Office fluff, SHA-256 " + hash + "."), file));
        assertThat(count(text, hash)).as("whole, on one line").isEqualTo(2);
        assertThat(text).contains("Office fluff", "2026-12-01").doesNotContain("\u200b", "ﬀ", "ﬃ", "ﬂ");
    }

    @Test
    void wordsAndDaysAreBrokenOnlyWhereASpaceIs() throws IOException {
        DraftItem consignees = table(
                "(c)(11)",
                3,
                List.of("Consignee", "Address", "Telephone", "Distributed", "From, to", "With a reached release now"),
                List.of(
                        "Kreiskrankenhaus Wacholderwinkeln, Frauen und Kinder",
                        "Mühlstraße 121, Wacholderwinkeln, Mecklenburg-Vorpommern, DE",
                        "not known",
                        "1,200",
                        "2015-03-29 to 2026-02-22",
                        "7"));
        String text = text(print(DraftKind.FDA_806_10, consignees));
        assertThat(text).contains("Kreiskrankenhaus", "Distributed", "2015-03-29", "2026-02-22");
        assertThat(count(text, "Wacholderwinkeln")).isEqualTo(6);
        assertThat(text.indexOf("The first 3 of 90.")).as("stands over it").isLessThan(text.indexOf("Consignee"));
    }

    @Test
    void noRowIsCutAndNoHeadStandsAlone() throws IOException {
        List<String> row = List.of("Graywing aaa\nsecond\nthird bbb", "1");
        for (int before = 0; before < 14; before++) {
            byte[] pdf = print(
                    DraftKind.FDA_806_10,
                    item("line\n".repeat(before * 3 + 1)),
                    table("(c)(5)", 30, List.of("Headword", "Units"), row),
                    table("(c)(9)", 1, List.of("Headword", "Units"), row));
            for (String page : pages(pdf)) {
                assertThat(count(page, "aaa")).as(page).isEqualTo(count(page, "bbb"));
                assertThat(count(page, "aaa")).as(page).isGreaterThanOrEqualTo(count(page, "Headword"));
                assertThat(count(page, "aaa")).as(page).isGreaterThanOrEqualTo(count(page, "The first 3"));
                assertThat(count(page, "\\(c\\)\\(9\\)"))
                        .as(page)
                        .isLessThanOrEqualTo(page.indexOf("(c)(9)") < page.lastIndexOf("aaa") ? 1 : 0);
            }
        }
    }

    @Test
    void theFontsAreEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(DraftKind.FDA_806_10, item("x")))) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("DejaVu");
                }
            }
        }
    }
}

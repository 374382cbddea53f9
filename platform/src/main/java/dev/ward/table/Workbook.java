package dev.ward.table;

import dev.ward.standards.input.UnreadableInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Opens a workbook (.xlsx) in a file of its own, as its parts lie in no order.
///
/// fastexcel-reader was tried: one cell with the reference `ZZZZZZ1` in a file of a kilobyte took the
/// whole heap, as it makes room for all columns before it.
///
/// Source: ECMA-376, Office Open XML, part 1, 18 (SpreadsheetML); part 2 (packages).
final class Workbook implements Closeable {

    private static final long MOST_SHEET = 4L << 30;
    private static final long MOST_STRINGS = 128 << 20;
    private static final long MOST_PART = 16 << 20;
    private static final int MOST_SHEETS = 1_000;

    private final Path file;
    private final ZipFile zip;

    private record Sheet(String name, String relation) {}

    private Workbook(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /// @param sheet  by its name; null for the first
    static Table open(InputStream in, @Nullable String sheet) throws IOException, UnreadableTable {
        Path file = Files.createTempFile("ward-table-", ".xlsx");
        Workbook workbook = null;
        boolean opened = false;
        try {
            try (in) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            ZipDirectory.check(file);
            workbook = new Workbook(file, new ZipFile(file.toFile()));
            Table table = workbook.table(sheet);
            opened = true;
            return table;
        } catch (ZipException e) {
            throw new UnreadableTable("The workbook is damaged: it is no whole zip file. Save it again.");
        } catch (UnreadableInput e) {
            throw damaged(e);
        } catch (BoundedPart.TooMuch e) {
            throw tooMuch(e);
        } finally {
            if (!opened) {
                if (workbook != null) {
                    workbook.close();
                }
                Files.deleteIfExists(file);
            }
        }
    }

    static UnreadableTable damaged(UnreadableInput e) {
        return new UnreadableTable("The workbook is damaged: %s. Save it again, or save it as CSV."
                .formatted(e.unread().reason()));
    }

    static UnreadableTable tooMuch(BoundedPart.TooMuch e) {
        return new UnreadableTable("The workbook cannot be read: %s. Save it as CSV.".formatted(e.getMessage()));
    }

    private Table table(@Nullable String wanted) throws IOException, UnreadableTable, UnreadableInput {
        String main = Relations.read(part("_rels/.rels"), "").values().stream()
                .filter(relation -> relation.is("officeDocument"))
                .map(Relations.Relation::target)
                .findFirst()
                .orElse("xl/workbook.xml");
        if (main.endsWith(".bin") || zip.getEntry(main) == null) {
            throw noWorkbook(main);
        }
        List<Sheet> sheets = new ArrayList<>();
        boolean[] from1904 = {false};
        readMain(main, sheets, from1904);
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        Map<String, Relations.Relation> relations =
                Relations.read(part(folder + "_rels/" + main.substring(folder.length()) + ".rels"), folder);
        Sheet sheet = choose(sheets, wanted);
        Relations.Relation at = relations.get(sheet.relation());
        if (at == null || zip.getEntry(at.target()) == null || !at.is("worksheet")) {
            throw new UnreadableTable("The sheet \"%s\" holds no table.".formatted(sheet.name()));
        }
        SharedStrings strings = SharedStrings.read(partOf(relations, "sharedStrings", MOST_STRINGS));
        CellFormats formats = CellFormats.read(partOf(relations, "styles", MOST_PART), from1904[0]);
        SheetReader rows = new SheetReader(part(at.target(), MOST_SHEET), strings, formats);
        return new Table(
                TableForm.workbook(
                        sheet.name(), sheets.stream().map(Sheet::name).toList()),
                rows,
                this);
    }

    private UnreadableTable noWorkbook(String main) {
        if (main.endsWith(".bin")) {
            return new UnreadableTable("This is a binary workbook (.xlsb). Save it as .xlsx or as CSV.");
        }
        return zip.getEntry("content.xml") != null
                ? new UnreadableTable("This is an OpenDocument table (.ods). Save it as .xlsx or as CSV.")
                : new UnreadableTable("This is a zip file without a workbook. Unpack it first.");
    }

    private void readMain(String main, List<Sheet> sheets, boolean[] from1904) throws IOException, UnreadableInput {
        try (Part xml = new Part(part(main))) {
            while (xml.nextElement()) {
                if (xml.at("sheet") && sheets.size() < MOST_SHEETS) {
                    sheets.add(new Sheet(xml.attribute("name", ""), xml.relation()));
                } else if (xml.at("workbookPr")) {
                    String flag = xml.attribute("date1904", "");
                    from1904[0] = flag.equals("1") || flag.equals("true");
                }
            }
        }
    }

    private static Sheet choose(List<Sheet> sheets, @Nullable String wanted) throws UnreadableTable {
        for (Sheet sheet : sheets) {
            if (wanted == null || sheet.name().equals(wanted)) {
                return sheet;
            }
        }
        throw new UnreadableTable(
                wanted == null
                        ? "The workbook has no sheet."
                        : "The workbook has no sheet \"%s\". It has: %s."
                                .formatted(
                                        wanted,
                                        String.join(
                                                ", ",
                                                sheets.stream()
                                                        .map(Sheet::name)
                                                        .limit(20)
                                                        .toList())));
    }

    private @Nullable InputStream partOf(Map<String, Relations.Relation> relations, String type, long most)
            throws IOException {
        for (Relations.Relation relation : relations.values()) {
            if (relation.is(type)) {
                return part(relation.target(), most);
            }
        }
        return null;
    }

    private @Nullable InputStream part(String name) throws IOException {
        return part(name, MOST_PART);
    }

    private @Nullable InputStream part(String name, long most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? null : new BoundedPart(zip.getInputStream(entry), most);
    }

    @Override
    public void close() throws IOException {
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

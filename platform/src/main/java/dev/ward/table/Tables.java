package dev.ward.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Opens a table by what it holds, whatever its name says.
public final class Tables {

    private static final int HEAD = 512;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private Tables() {}

    /// @param in  closed with the table, or when it is none
    /// @throws UnreadableTable  with what to do
    public static Table open(InputStream in, TableChoices choices) throws IOException, UnreadableTable {
        boolean opened = false;
        try {
            BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
            bytes.mark(HEAD);
            byte[] head = bytes.readNBytes(HEAD);
            bytes.reset();
            refuseOther(head);
            Table table =
                    begins(head, ZIP) ? Workbook.open(bytes, choices.sheet()) : TextTable.open(bytes, head, choices);
            opened = true;
            return table;
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    private static void refuseOther(byte[] head) throws UnreadableTable {
        if (begins(head, OLE)) {
            throw new UnreadableTable(
                    "This is a workbook of the old kind (.xls), or one with a password. Save it as .xlsx or as CSV.");
        }
        if (begins(head, GZIP)) {
            throw new UnreadableTable("This file is packed (gzip). Unpack it first.");
        }
        String text =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("%pdf-")
                || text.startsWith("<!doctype")
                || text.startsWith("<html")
                || text.startsWith("<?xml")) {
            throw new UnreadableTable("This is a %s file, not a table. Export the table as CSV or .xlsx."
                    .formatted(text.startsWith("%pdf-") ? "PDF" : text.startsWith("<?xml") ? "XML" : "HTML"));
        }
    }

    private static boolean begins(byte[] head, byte[] with) {
        return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
    }
}

package dev.ward.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Finds out how a text is written, and opens it.
final class TextTable {

    private static final int HEAD = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextTable() {}

    static Table open(InputStream in, byte[] first, TableChoices choices) throws IOException, UnreadableTable {
        String encoding = choices.encoding() == null ? encoding(first) : choices.encoding();
        CharInput text = encoding.equals("UTF-8") ? new MixedInput(in) : input(in, Charset.forName(encoding));
        char[] head = new char[HEAD];
        int length = read(text, head);
        int passed = length > 0 && head[0] == BYTE_ORDER_MARK ? 1 : 0;
        int named = Delimiters.named(head, passed, length);
        char separator = head[passed + Math.max(0, named - 1)];
        passed += named;
        length -= passed;
        System.arraycopy(head, passed, head, 0, length);
        char delimiter = choices.delimiter() != null
                ? choices.delimiter()
                : named > 0 ? separator : Delimiters.find(head, length);
        return new Table(TableForm.text(encoding, delimiter), new CsvReader(text, head, length, passed, delimiter), in);
    }

    private static int read(CharInput text, char[] head) throws IOException {
        int length = 0;
        while (head.length - length >= 2) {
            int read = text.read(head, length, head.length - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        return length;
    }

    /// By its byte order mark, or by the zero bytes that text in UTF-16 has; else UTF-8.
    private static String encoding(byte[] first) {
        if (first.length >= 2 && first[0] == (byte) 0xFF && first[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE.name();
        }
        if (first.length >= 2 && first[0] == (byte) 0xFE && first[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE.name();
        }
        int[] zeros = new int[2];
        for (int i = 0; i < first.length; i++) {
            zeros[i % 2] += first[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > first.length / 4) {
            return StandardCharsets.UTF_16LE.name();
        }
        return zeros[0] > first.length / 4 ? StandardCharsets.UTF_16BE.name() : StandardCharsets.UTF_8.name();
    }

    private static CharInput input(InputStream in, Charset charset) {
        Reader reader = new InputStreamReader(in, charset);
        return reader::read;
    }
}

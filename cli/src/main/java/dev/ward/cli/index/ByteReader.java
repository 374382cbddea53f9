package dev.ward.cli.index;

import dev.ward.standards.match.Varint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what `ByteWriter` wrote, in the same order.
final class ByteReader {

    private final Varint.Cursor at;

    ByteReader(byte[] bytes) {
        this(new Varint.Cursor(bytes, 0));
    }

    ByteReader(Varint.Cursor at) {
        this.at = at;
    }

    long number() {
        return at.varlong();
    }

    int integer() {
        return at.varint();
    }

    String text() {
        int length = at.varint();
        return new String(at.bytes(), at.skip(length), length, StandardCharsets.UTF_8);
    }

    @Nullable
    String optional() {
        return at.varint() == 0 ? null : text();
    }

    List<String> texts() {
        int count = at.varint();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    Varint.Cursor cursor() {
        return at;
    }
}

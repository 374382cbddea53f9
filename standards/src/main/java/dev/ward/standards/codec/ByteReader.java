package dev.ward.standards.codec;

import dev.ward.standards.match.Varint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what `ByteWriter` wrote, in the same order.
public final class ByteReader {

    private final Varint.Cursor at;

    public ByteReader(byte[] bytes) {
        this(new Varint.Cursor(bytes, 0));
    }

    public ByteReader(Varint.Cursor at) {
        this.at = at;
    }

    public long number() {
        return at.varlong();
    }

    public int integer() {
        return at.varint();
    }

    public String text() {
        int length = at.varint();
        return new String(at.bytes(), at.skip(length), length, StandardCharsets.UTF_8);
    }

    public @Nullable String optional() {
        return at.varint() == 0 ? null : text();
    }

    public List<String> texts() {
        int count = at.varint();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    public Varint.Cursor cursor() {
        return at;
    }
}

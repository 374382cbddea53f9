package dev.ward.standards.codec;

import dev.ward.standards.match.Varint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Bytes in the making: numbers as varints, texts with their length before them.
public final class ByteWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public ByteWriter number(long value) {
        Varint.write(out, value);
        return this;
    }

    public ByteWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A text that may be absent: 0, or 1 and the text.
    public ByteWriter optional(@Nullable String text) {
        number(text == null ? 0 : 1);
        return text == null ? this : text(text);
    }

    public ByteWriter texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    public ByteWriter bytes(byte[] bytes) {
        number(bytes.length);
        return raw(bytes);
    }

    public ByteWriter raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }
}

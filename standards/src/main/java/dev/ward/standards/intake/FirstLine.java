package dev.ward.standards.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Looks whether an input holds one JSON object on each line.
///
/// It does when its first line is a whole object and something follows on a later line. It does too when
/// its first line is none but the second is a whole object that another one follows without a comma: no
/// document holds that, but a list of records whose first is broken.
final class FirstLine {

    private static final int CHUNK = 1 << 16;

    private enum Answer {
        YES,
        NO,
        OPEN
    }

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final int longest;
    private byte[] chunk;
    private boolean second;
    private int depth;
    private boolean inText;
    private boolean escaped;
    private boolean closed;
    private boolean nextLine;

    /// @param first    the bytes that were read before; the first that is not blank begins an object
    /// @param longest  how many bytes to look at
    FirstLine(byte[] first, int longest) {
        this.chunk = first;
        this.longest = longest;
    }

    boolean isRecordBeforeAnother(InputStream in) throws IOException {
        read.writeBytes(chunk);
        while (chunk.length > 0) {
            for (byte b : chunk) {
                Answer answer = look(b);
                if (answer != Answer.OPEN) {
                    return answer == Answer.YES;
                }
            }
            if (read.size() > longest) {
                return false;
            }
            chunk = in.readNBytes(CHUNK);
            read.writeBytes(chunk);
        }
        return false;
    }

    /// All bytes that were taken from the input, before and here.
    byte[] read() {
        return read.toByteArray();
    }

    private Answer look(byte b) {
        boolean blank = b == ' ' || b == '\t' || b == '\r' || b == '\n';
        if (closed) {
            nextLine |= b == '\n';
            boolean another = nextLine && (b == '{' || !second);
            return blank ? Answer.OPEN : another ? Answer.YES : Answer.NO;
        }
        if (b == '\n' && depth > 0) {
            return second ? Answer.NO : goToSecondLine();
        }
        if (second && depth == 0 && b != '{') {
            return blank ? Answer.OPEN : Answer.NO;
        }
        within(b);
        return Answer.OPEN;
    }

    private Answer goToSecondLine() {
        second = true;
        depth = 0;
        inText = false;
        escaped = false;
        return Answer.OPEN;
    }

    private void within(byte b) {
        if (inText) {
            inText = escaped || b != '"';
            escaped = !escaped && b == '\\';
        } else if (b == '"') {
            inText = true;
        } else if (b == '{' || b == '[') {
            depth++;
        } else if (b == '}' || b == ']') {
            depth--;
            closed = depth == 0;
        }
    }
}

package dev.ward.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Looks how long the list of a zip file's entries is, before that list is read into memory whole.
///
/// Source: PKWARE APPNOTE, 4.3.16.
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 1 << 16;
    private static final int LONGEST = 4 << 20;

    private ZipDirectory() {}

    static void check(Path file) throws IOException, UnreadableTable {
        try (FileChannel channel = FileChannel.open(file)) {
            long from = Math.max(0, channel.size() - END_LENGTH - LONGEST_COMMENT);
            ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - from)).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
                // reads on
            }
            for (int i = tail.position() - END_LENGTH; i >= 0; i--) {
                if (tail.getInt(i) == END) {
                    if (Integer.toUnsignedLong(tail.getInt(i + 12)) > LONGEST) {
                        throw new UnreadableTable("The workbook has more parts than any real one. Save it as CSV.");
                    }
                    return;
                }
            }
        }
        throw new UnreadableTable("The workbook is damaged: its end is missing. Send it again.");
    }
}

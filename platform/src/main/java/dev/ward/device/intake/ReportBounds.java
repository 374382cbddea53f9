package dev.ward.device.intake;

import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// How much one request may report.
///
/// @param lines  that are not empty
/// @param bytes  of the whole
record ReportBounds(long lines, long bytes) {

    /// Refuses what says before it comes that it is too large.
    ///
    /// @param size  in bytes; negative when nobody knows
    void refuseTooLarge(long size) {
        if (size > bytes) {
            throw ProblemException.of(
                    Problem.TOO_LARGE,
                    "The request is larger than %,d bytes, which is the most that is taken (WARD_DEVICE_REPORT_MOST). Nothing of it was kept; divide it."
                            .formatted(bytes));
        }
    }

    Lines over(InputStream in) {
        return new Lines(in);
    }

    /// Line by line; what is longer than a line may be is passed over, and only that it was there is told.
    final class Lines {

        private final InputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        private long read;
        private long number;
        private long told;
        private boolean tooLong;

        private Lines(InputStream in) {
            this.in = new BufferedInputStream(in, 1 << 16);
        }

        /// The next line that is not empty; null at the end.
        byte @Nullable [] next() throws IOException {
            while (true) {
                boolean isEnd = fill();
                if (tooLong || !isBlank()) {
                    refuseTooMany(++told);
                    return line.toByteArray();
                }
                if (isEnd) {
                    return null;
                }
            }
        }

        /// @return whether nothing follows
        private boolean fill() throws IOException {
            line.reset();
            tooLong = false;
            number++;
            for (int next = in.read(); next >= 0; next = in.read()) {
                refuseTooLarge(++read);
                if (next == '\n') {
                    return false;
                }
                if (line.size() < ReportLine.LONGEST) {
                    line.write(next);
                } else {
                    tooLong = true;
                }
            }
            return true;
        }

        private boolean isBlank() {
            for (byte one : line.toByteArray()) {
                if (one != ' ' && one != '\t' && one != '\r') {
                    return false;
                }
            }
            return true;
        }

        private void refuseTooMany(long count) {
            if (count > lines) {
                throw ProblemException.of(
                        Problem.TOO_LARGE,
                        "The request has more than %,d lines, which is the most that is taken (WARD_DEVICE_REPORT_LINES). Nothing of it was kept; divide it."
                                .formatted(lines));
            }
        }

        /// As the request counts, from 1.
        long number() {
            return number;
        }

        boolean isTooLong() {
            return tooLong;
        }
    }
}

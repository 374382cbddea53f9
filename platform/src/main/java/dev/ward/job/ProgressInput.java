package dev.ward.job;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Tells a job how far its document has been read, and so ends it when the server stops.
public final class ProgressInput extends FilterInputStream {

    private final long total;
    private final JobRun run;
    private long done;

    /// @param total  the document's size, in bytes; 0 when nobody knows
    public ProgressInput(InputStream in, long total, JobRun run) {
        super(in);
        this.total = total;
        this.run = run;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        done += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        done += Math.max(0, read);
        run.progress(done, total);
        return read;
    }
}

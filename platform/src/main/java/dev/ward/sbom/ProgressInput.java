package dev.ward.sbom;

import dev.ward.job.JobRun;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Tells a job how far its document has been read, at every mebibyte.
final class ProgressInput extends FilterInputStream {

    private static final long EVERY = 1L << 20;

    private final long total;
    private final JobRun run;
    private long done;
    private long told;

    ProgressInput(InputStream in, long total, JobRun run) {
        super(in);
        this.total = total;
        this.run = run;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        tell(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        tell(Math.max(0, read));
        return read;
    }

    private void tell(int read) {
        done += read;
        if (done - told >= EVERY) {
            told = done;
            run.progress(done, total);
        }
    }
}

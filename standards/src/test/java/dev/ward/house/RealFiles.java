package dev.ward.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// The folder of real data and official suites, which lies outside the project.
///
/// Where it is absent, a test that needs it is skipped and says so; with `WARD_DATA_REQUIRED=true` (as in CI) it
/// fails.
public final class RealFiles {

    private RealFiles() {}

    /// A file or folder of the data, or the test ends here as skipped.
    public static Path need(String path) {
        Path root = Path.of(System.getProperty("ward.data", "../shared/data")).normalize();
        Path file = root.resolve(path);
        boolean present = Files.exists(file);
        if ("true".equals(System.getenv("WARD_DATA_REQUIRED"))) {
            assertThat(present).as("%s must be there", file).isTrue();
        }
        assumeTrue(present, () -> "the data is absent: " + file);
        return file;
    }

    /// Opens a file of the data, unpacked when its name ends with `.gz`.
    public static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }
}

package dev.ward.home.demo;

import dev.ward.assessment.PastFiles;
import dev.ward.job.JobId;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Brings a few decisions of the years before; one row names a release that the registry does not have.
@Component
class DemoPastDecisions {

    private static final String SECURITY = "product-security";
    private static final String FILE = "past-decisions.csv";

    private final PastFiles files;

    DemoPastDecisions(PastFiles files) {
        this.files = files;
    }

    /// @param await  waits for a job to end
    void tell(DemoPeople people, Consumer<JobId> await) throws IOException {
        try (InputStream in = DemoPastDecisions.class.getResourceAsStream("/demo/registry/" + FILE)) {
            if (in == null) {
                throw new IOException("the demo has no \"%s\"".formatted(FILE));
            }
            await.accept(files.take(people.actor(SECURITY), people.reader(SECURITY), FILE, in)
                    .id());
        }
    }
}

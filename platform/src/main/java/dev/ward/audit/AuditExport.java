package dev.ward.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the whole chain as NDJSON, one entry a line, such that [AuditVerification] can prove the file alone.
/// Personal values are not in it, only their commitments.
@Component
public class AuditExport {

    private final ChainRepository chain;

    AuditExport(ChainRepository chain) {
        this.chain = chain;
    }

    /// Makes an export of a database without an application around it, as a command does.
    public static AuditExport over(JdbcClient jdbc) {
        return new AuditExport(new ChainRepository(jdbc));
    }

    /// @return number of entries written
    public long write(OutputStream out) throws IOException {
        long seq = 0;
        for (List<Link> stretch = chain.after(0); !stretch.isEmpty(); stretch = chain.after(seq)) {
            for (Link link : stretch) {
                out.write((ExportLine.write(link) + "\n").getBytes(StandardCharsets.UTF_8));
                seq = link.seq();
            }
        }
        return seq;
    }
}

package dev.ward.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the whole chain as NDJSON, one entry a line and the head in the last, such that [ExportVerification] can
/// prove the file alone. Personal values are not in it, only their commitments.
@Component
public class AuditExport {

    private final ChainRepository chain;
    private final Clock clock;

    AuditExport(ChainRepository chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /// Makes an export of a database without an application around it, as a command does.
    public static AuditExport over(JdbcClient jdbc, Clock clock) {
        return new AuditExport(new ChainRepository(jdbc), clock);
    }

    /// Where the chain ends now.
    public ChainHead head() {
        return chain.head();
    }

    /// Which entries somebody may not see.
    @FunctionalInterface
    public interface Withheld {

        Withheld NOTHING = (_, _) -> Set.of();

        /// @return the numbers of those between two, both of them included
        Set<Long> between(long first, long last);
    }

    /// @param withheld  whose content is left out; the chain goes through their hashes
    /// @return where it ended
    public ChainHead write(OutputStream out, Withheld withheld) throws IOException {
        ChainHead head = ChainRepository.EMPTY;
        for (List<Link> stretch = chain.after(0); !stretch.isEmpty(); stretch = chain.after(head.seq())) {
            Link last = stretch.getLast();
            Set<Long> hidden = withheld.between(stretch.getFirst().seq(), last.seq());
            for (Link link : stretch) {
                writeLine(out, ExportLine.write(link, hidden.contains(link.seq())));
            }
            head = new ChainHead(last.seq(), HexFormat.of().formatHex(last.hash()));
        }
        writeLine(out, ExportLine.write(head, clock.instant()));
        return head;
    }

    private static void writeLine(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

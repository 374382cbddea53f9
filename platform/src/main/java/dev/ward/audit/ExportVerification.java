package dev.ward.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Proves that an exported trail is whole: the chain alone, since personal values and the rows of bulk acts stay in
/// the database. Memory does not grow with the file.
public final class ExportVerification {

    private ExportVerification() {}

    /// @param known  heads noted before, which must be in the chain with their hashes
    public static Verdict verify(InputStream export, List<ChainHead> known) throws IOException {
        ChainCheck check = new ChainCheck(known);
        BufferedReader lines = new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8));
        boolean ended = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Link link = ExportLine.parse(line);
            Optional<ChainHead> head = link == null ? ExportLine.parseHead(line) : Optional.empty();
            if (ended || (head.isEmpty() && link == null)) {
                check.fail(
                        check.next(), ended ? "it stands behind the last line" : "its line is no entry of an export");
                break;
            }
            if (head.isPresent()) {
                ended = true;
                check.meet(head.get());
            } else if (link != null && !check.follow(link)) {
                break;
            }
        }
        if (!ended) {
            check.fail(check.next(), "the file was cut off: its last line, which names the head, is not there");
        }
        return check.verdict();
    }
}

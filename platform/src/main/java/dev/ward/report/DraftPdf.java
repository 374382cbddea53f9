package dev.ward.report;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;
import dev.ward.regulation.Obligations;
import dev.ward.signature.Signature;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Prints drafts.
@Component
public class DraftPdf {

    private static final String TEMPLATE = "report/pdf";

    private final Drafts drafts;
    private final KeptDrafts kept;
    private final Obligations obligations;
    private final PdfPrinter printer;
    private final Clock clock;

    DraftPdf(Drafts drafts, KeptDrafts kept, Obligations obligations, PdfPrinter printer, Clock clock) {
        this.drafts = drafts;
        this.kept = kept;
        this.obligations = obligations;
        this.printer = printer;
        this.clock = clock;
    }

    /// @param version  that was kept; null for the draft as it is now
    /// @throws dev.ward.web.ProblemException  when there is none for this reader
    public void print(Reader reader, CaseNumber number, DraftKind kind, @Nullable Integer version, OutputStream out)
            throws IOException {
        ZoneId zone = obligations.of(reader, number).dossier().zone();
        KeptDraft seen = version == null ? null : kept.get(reader, number, kind, version);
        Draft draft =
                seen == null ? drafts.of(reader, kind, number) : DraftFile.parse(kept.content(seen), kind, number);
        String signed = seen == null ? signed(kept.of(reader, number), kind) : null;
        printer.print(
                TEMPLATE,
                Map.of("print", DraftPrint.of(draft, seen, signed, clock.instant(), zone, printer::shows)),
                out);
    }

    /// Which version was signed last, in words; null when none was.
    private static @Nullable String signed(List<KeptDraft> all, DraftKind kind) {
        for (KeptDraft one : all) {
            for (Signature signature : one.signatures()) {
                if (one.kind() == kind && signature.stands()) {
                    return "version %d was signed %s".formatted(one.version(), signature.localTime());
                }
            }
        }
        return null;
    }
}

package dev.ward.report;

import dev.ward.document.Arrival;
import dev.ward.document.Documents;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The whole list of a case's consignees as a file. It is written piece by piece, however long it is.
@Component
public class ConsigneeFile {

    private static final long MOST_BYTES = 1L << 32;

    private final DraftFacts facts;
    private final Consignees consignees;
    private final Documents documents;

    ConsigneeFile(DraftFacts facts, Consignees consignees, Documents documents) {
        this.facts = facts;
        this.consignees = consignees;
        this.documents = documents;
    }

    /// @throws dev.ward.web.ProblemException  when there is no such case for this reader, before the
    /// first byte
    public void write(Reader reader, CaseNumber number, OutputStream out) {
        consignees.write(reader, facts.of(reader, number), out);
    }

    /// Brings the list to where documents are kept; null when there is none, or nothing to list it for. Call it
    /// outside of a transaction, and close what it gives.
    public @Nullable Arrival receive(Reader reader, DraftKind kind, CaseNumber number) throws IOException {
        if (kind != DraftKind.FDA_806_10) {
            return null;
        }
        KnownOfCase known = facts.of(reader, number);
        if (CorrectionConcern.absent(known)) {
            return null;
        }
        Path file = Files.createTempFile("ward-consignees", ".csv");
        try {
            long count;
            try (OutputStream out = Files.newOutputStream(file)) {
                count = consignees.write(reader, known, out);
            }
            if (count == 0) {
                return null;
            }
            try (InputStream in = Files.newInputStream(file)) {
                return documents.receive(in, MOST_BYTES);
            }
        } finally {
            Files.delete(file);
        }
    }
}

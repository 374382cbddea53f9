package dev.ward.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps documents that nobody need refer to.
@Component
public class TestDocuments {

    private final Documents documents;
    private final TransactionTemplate transactions;

    TestDocuments(Documents documents, TransactionTemplate transactions) {
        this.documents = documents;
        this.transactions = transactions;
    }

    public StoredDocument store(InputStream in, long mostBytes) throws IOException {
        try (Arrival arrival = documents.receive(in, mostBytes)) {
            return Objects.requireNonNull(transactions.execute(_ -> {
                arrival.keep();
                return arrival.document();
            }));
        }
    }
}

package dev.ward.report;

import dev.ward.document.DocumentKeeper;
import org.springframework.stereotype.Component;

/// Keeps the lists of consignees of drafts that were kept.
@Component
class ReportDocuments implements DocumentKeeper {

    private final KeptRepository kept;

    ReportDocuments(KeptRepository kept) {
        this.kept = kept;
    }

    @Override
    public boolean keeps(String sha256) {
        return kept.keepsDocument(sha256);
    }
}

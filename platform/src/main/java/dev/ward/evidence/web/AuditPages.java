package dev.ward.evidence.web;

import dev.ward.audit.AuditExport;
import dev.ward.evidence.AuditEntries;
import dev.ward.evidence.AuditEntry;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@Requires(Permission.AUDIT_READ)
class AuditPages {

    private final AuditEntries entries;
    private final AuditExport export;
    private final Visibility visibility;

    AuditPages(AuditEntries entries, AuditExport export, Visibility visibility) {
        this.entries = entries;
        this.export = export;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry auditEntry() {
        return new NavigationEntry(Section.PROGRAM, "Audit trail", "/audit", Permission.AUDIT_READ.name(), 90);
    }

    @GetMapping("/audit")
    Page list(
            @ModelAttribute AuditQuestion question,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long panel) {
        Slice<AuditEntry> slice = entries.list(visibility.reader(), question.filter(), after, Slice.USUAL_LIMIT);
        return Page.of("evidence/audit", Section.PROGRAM, "Audit trail")
                .with("entries", slice)
                .with("question", question)
                .with("head", export.head())
                .with(
                        "open",
                        panel == null
                                ? null
                                : entries.find(visibility.reader(), panel).orElse(null));
    }
}

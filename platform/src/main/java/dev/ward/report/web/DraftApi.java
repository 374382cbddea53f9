package dev.ward.report.web;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.report.DraftFile;
import dev.ward.report.Drafts;
import dev.ward.report.KeptDraft;
import dev.ward.report.KeptDrafts;
import dev.ward.web.Summary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reports and records of a case as they are drafted, for programs. What is signed only a person does,
/// on a page.
@RestController
@RequestMapping("/api/v1/cases/{number}/drafts")
class DraftApi {

    private final Drafts drafts;
    private final KeptDrafts kept;
    private final Visibility visibility;

    DraftApi(Drafts drafts, KeptDrafts kept, Visibility visibility) {
        this.drafts = drafts;
        this.kept = kept;
        this.visibility = visibility;
    }

    record Kind(String kind, String title, String source, List<String> missing, List<Version> versions) {}

    record Version(
            int version,
            @Nullable String number,
            String sha256,
            @Nullable String consigneesSha256,
            int missing,
            Instant kept,
            String by,
            @Nullable String submitted,
            @Nullable String receipt,
            @Nullable Boolean countsAsReported) {

        static Version of(KeptDraft one) {
            return new Version(
                    one.version(),
                    one.reportNumber(),
                    one.sha256(),
                    one.consignees(),
                    one.missing(),
                    one.kept(),
                    one.by(),
                    one.submission() == null ? null : one.submission().moment(),
                    one.submission() == null ? null : one.submission().receipt(),
                    one.submission() == null ? null : one.submission().counts());
        }
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    @Summary("What is drafted of a case: which items of each form are not whole, and the versions that were kept")
    List<Kind> list(@PathVariable CaseNumber number) {
        Reader reader = visibility.reader();
        List<KeptDraft> all = kept.of(reader, number);
        return drafts.all(reader, number).stream()
                .map(draft -> new Kind(
                        draft.kind().slug(),
                        draft.kind().title(),
                        draft.kind().source(),
                        draft.missing().stream().map(one -> one.number()).toList(),
                        all.stream()
                                .filter(one -> one.kind() == draft.kind())
                                .map(Version::of)
                                .toList()))
                .toList();
    }

    @GetMapping(path = "/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.OBLIGATION_READ)
    @Summary("A draft of a case: each item of the form, what is known of it, where that is from, and what is missing")
    String show(@PathVariable CaseNumber number, @PathVariable String slug) {
        return DraftFile.of(drafts.of(visibility.reader(), drafts.kind(slug), number));
    }
}

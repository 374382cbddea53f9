package dev.ward.correction.web;

import dev.ward.correction.PastCorrection;
import dev.ward.correction.PastCorrections;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Past corrections, for programs: migrated, not decided here.
@RestController
@RequestMapping("/api/v1/due/past")
@Requires(Permission.OBLIGATION_READ)
class PastCorrectionApi {

    private final PastCorrections past;
    private final Visibility visibility;

    PastCorrectionApi(PastCorrections past, Visibility visibility) {
        this.past = past;
        this.visibility = visibility;
    }

    /// @param provenance  always "Migrated, not decided here"
    record PastCorrectionBody(
            UUID id,
            String provenance,
            UUID product,
            String productName,
            LocalDate decidedOn,
            String what,
            int version,
            boolean reported,
            @Nullable String reportNumber,
            @Nullable String justification,
            @Nullable String decidedBy,
            @Nullable String reference,
            PastCorrection.Origin origin) {

        static PastCorrectionBody of(PastCorrection one) {
            return new PastCorrectionBody(
                    one.id(),
                    PastCorrection.PROVENANCE,
                    one.product(),
                    one.productName(),
                    one.decidedOn(),
                    one.what(),
                    one.version(),
                    one.reported(),
                    one.reportNumber(),
                    one.justification(),
                    one.decidedBy(),
                    one.reference(),
                    one.origin());
        }
    }

    /// @param reported  `yes` or `no`
    /// @param words     that stand in what is said
    @GetMapping
    @Summary("Lists past decisions on corrections and removals, migrated and not decided here, the newest first")
    Slice<PastCorrectionBody> list(
            @RequestParam(required = false) @Nullable UUID product,
            @RequestParam(required = false) @Nullable String reported,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return past.list(
                        visibility.reader(),
                        PastCorrectionPages.filter(product, reported, words),
                        after,
                        Slice.limit(limit))
                .map(PastCorrectionBody::of);
    }

    @GetMapping("/{id}")
    @Summary("Gives all versions of a past decision on a correction or removal, the newest first")
    List<PastCorrectionBody> versions(@PathVariable UUID id) {
        return past.versions(visibility.reader(), id).stream()
                .map(PastCorrectionBody::of)
                .toList();
    }
}

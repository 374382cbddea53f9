package dev.ward.correction.web;

import dev.ward.correction.PastCorrection;
import dev.ward.correction.PastCorrectionFilter;
import dev.ward.correction.PastCorrections;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What was decided of corrections and removals before Ward was used.
@Controller
@RequestMapping(PastCorrectionPages.LIST)
@Requires(Permission.OBLIGATION_READ)
class PastCorrectionPages {

    static final String LIST = "/due/past";
    static final String TITLE = "Past corrections";

    private final PastCorrections past;
    private final ProductChoices products;
    private final Visibility visibility;

    PastCorrectionPages(PastCorrections past, ProductChoices products, Visibility visibility) {
        this.past = past;
        this.products = products;
        this.visibility = visibility;
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable UUID product,
            @RequestParam(required = false) @Nullable String reported,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String after) {
        PastCorrectionFilter filter = filter(product, reported, words);
        return Page.of("correction/past-list", Section.DUE, TITLE)
                .with("filter", filter)
                .with("products", products.choices())
                .with("past", past.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id) {
        List<PastCorrection> versions = past.versions(visibility.reader(), id);
        PastCorrection newest = versions.getFirst();
        return Page.of(
                        "correction/past-show",
                        Section.DUE,
                        "%s, %s".formatted(newest.productName(), newest.decidedOn()))
                .crumb(TITLE, LIST)
                .with("versions", versions);
    }

    /// @throws dev.ward.web.ProblemException  when `reported` is neither yes nor no
    static PastCorrectionFilter filter(@Nullable UUID product, @Nullable String reported, @Nullable String words) {
        return new PastCorrectionFilter(
                product,
                (reported == null || reported.isBlank()) ? null : Reported.yes("reported", reported),
                words == null || words.isBlank() ? null : words.strip());
    }
}

package dev.ward.regulation.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.Obligation;
import dev.ward.regulation.Obligations;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// All that is due, for programs.
@RestController
@RequestMapping("/api/v1/obligations")
@Requires(Permission.OBLIGATION_READ)
class BoardApi {

    private final Obligations obligations;
    private final Visibility visibility;

    BoardApi(Obligations obligations, Visibility visibility) {
        this.obligations = obligations;
        this.visibility = visibility;
    }

    /// @param limit  how many at most, 1 to [Slice#MOST]
    @GetMapping
    @Summary("Lists what is due for cases, what ends first before the others")
    Slice<Obligation> list(
            @ModelAttribute BoardQuestion question,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return obligations.list(visibility.reader(), question.filter(), after, Slice.limit(limit));
    }
}

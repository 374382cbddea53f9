package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Opening;
import dev.ward.handling.OpeningRules;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/case-rules")
class OpeningApi {

    private final OpeningRules rules;
    private final CurrentActor actor;
    private final Visibility visibility;

    OpeningApi(OpeningRules rules, CurrentActor actor, Visibility visibility) {
        this.rules = rules;
        this.actor = actor;
        this.visibility = visibility;
    }

    record OpeningView(String vulnerability, String because, int releases) {

        static OpeningView from(Opening one) {
            return new OpeningView(one.name(), one.reasons(), one.releases());
        }
    }

    record PreviewView(int version, int count, List<OpeningView> first) {}

    /// @param version  of the rule that was read
    record OpenBody(@Nullable Integer version) {}

    record OpenedView(List<String> cases) {}

    @GetMapping("/preview")
    @Summary("Tells how many cases the rule would open now, and the gravest of them")
    @Requires(Permission.CASE_READ)
    PreviewView preview(@RequestParam(required = false) @Nullable Integer limit) {
        OpeningRules.Preview preview = rules.preview(visibility.reader(), Slice.limit(limit));
        return new PreviewView(
                preview.rule().version(),
                preview.count(),
                preview.first().stream().map(OpeningView::from).toList());
    }

    @PostMapping("/open")
    @Summary("Opens the cases that the rule names, at most 100 by one act; done again, only what is new")
    @Requires(Permission.CASE_WRITE)
    OpenedView open(@RequestBody OpenBody body) {
        return new OpenedView(
                rules.open(actor.get(), visibility.reader(), Sent.needed("version", body.version())).stream()
                        .map(CaseNumber::text)
                        .toList());
    }
}

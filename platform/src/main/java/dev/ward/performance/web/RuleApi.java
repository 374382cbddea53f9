package dev.ward.performance.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.performance.FunctionId;
import dev.ward.performance.LinkRule;
import dev.ward.performance.LinkRules;
import dev.ward.performance.Subject;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Rules that link many components, for programs.
@RestController
@RequestMapping("/api/v1/performance/{id}/rules")
@Requires(Permission.PERFORMANCE_WRITE)
class RuleApi {

    private final PerformancePlaces places;
    private final LinkRules rules;
    private final CurrentActor actor;
    private final Visibility visibility;

    RuleApi(PerformancePlaces places, LinkRules rules, CurrentActor actor, Visibility visibility) {
        this.places = places;
        this.rules = rules;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param function  absent when no function depends on what it reaches
    record RuleBody(
            LinkRule.Field field, String prefix, @Nullable UUID function, String why) {}

    /// @param reaches  how many components without a link
    record RuleView(
            UUID id,
            LinkRule.Field field,
            String prefix,
            @Nullable UUID function,
            String why,
            String author,
            long reaches) {

        static RuleView of(LinkRule rule) {
            FunctionId function = rule.function();
            return new RuleView(
                    rule.id(),
                    rule.field(),
                    rule.prefix(),
                    function == null ? null : function.value(),
                    rule.why(),
                    rule.author(),
                    rule.reaches());
        }
    }

    /// @param digest  of all that it reaches; it is applied only as it was seen
    record ReachView(RuleView rule, List<LinkApi.UnlinkedView> components, String digest, boolean more) {}

    record ApplyBody(String digest) {}

    record AddedRule(UUID id) {}

    record AppliedRule(int linked) {}

    @GetMapping
    @Summary("Lists the rules of a model")
    @Requires(Permission.SBOM_READ)
    Slice<RuleView> list(@PathVariable UUID id) {
        return new Slice<>(rules.list(visibility.reader(), places.of(id)), null).map(RuleView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds a rule; it links nothing by itself")
    AddedRule add(@PathVariable UUID id, @RequestBody RuleBody body) {
        LinkRule.Draft draft = new LinkRule.Draft(
                Objects.requireNonNullElse(body.field(), LinkRule.Field.NAME),
                body.prefix(),
                body.function() == null ? null : new FunctionId(body.function()),
                body.why());
        return new AddedRule(rules.add(actor.caller(), visibility.reader(), places.of(id), draft));
    }

    @GetMapping("/{rule}")
    @Summary("Tells which components a rule would link now")
    @Requires(Permission.SBOM_READ)
    ReachView preview(@PathVariable UUID id, @PathVariable UUID rule) {
        LinkRules.Reach reach = rules.preview(visibility.reader(), places.of(id), rule);
        return new ReachView(
                RuleView.of(reach.rule()),
                reach.components().stream().map(LinkApi.UnlinkedView::of).toList(),
                reach.digest(),
                reach.more());
    }

    @PostMapping("/{rule}/apply")
    @Summary("Links what the rule reaches, if it is what was seen")
    AppliedRule apply(@PathVariable UUID id, @PathVariable UUID rule, @RequestBody ApplyBody body) {
        Subject subject = places.of(id);
        String digest = Objects.requireNonNullElse(body.digest(), "");
        return new AppliedRule(rules.apply(actor.caller(), visibility.reader(), subject, rule, digest));
    }

    @DeleteMapping("/{rule}")
    @Summary("Ends a rule; what it linked stays linked")
    ResponseEntity<Void> retire(@PathVariable UUID id, @PathVariable UUID rule) {
        rules.retire(actor.caller(), visibility.reader(), places.of(id), rule);
        return ResponseEntity.noContent().build();
    }
}

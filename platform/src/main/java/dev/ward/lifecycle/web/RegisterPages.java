package dev.ward.lifecycle.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.lifecycle.EndOfSupport;
import dev.ward.lifecycle.LifeRecord;
import dev.ward.lifecycle.Market;
import dev.ward.lifecycle.Markets;
import dev.ward.lifecycle.RecordKind;
import dev.ward.lifecycle.Records;
import dev.ward.lifecycle.Stages;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The end of a release's support, the legacy register, revoked certificates, and the markets.
@Controller
class RegisterPages {

    private final Records records;
    private final EndOfSupport ends;
    private final Stages stages;
    private final Markets markets;
    private final Releases releases;
    private final CurrentActor actor;
    private final Visibility visibility;

    RegisterPages(
            Records records,
            EndOfSupport ends,
            Stages stages,
            Markets markets,
            Releases releases,
            CurrentActor actor,
            Visibility visibility) {
        this.records = records;
        this.ends = ends;
        this.stages = stages;
        this.markets = markets;
        this.releases = releases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/releases/{id}/end-of-support")
    @Requires(Permission.DEVICE_READ)
    Page end(@PathVariable ReleaseId id, @RequestParam(required = false) @Nullable String market) {
        Release release = releases.get(visibility.reader(), id);
        Market of = markets.named(market);
        return LifecyclePages.crumbs(
                        Page.of("lifecycle/end-of-support", Section.PRODUCTS, "End of support of " + release.name()),
                        release)
                .crumb("Lifecycle", "/releases/" + id + "/lifecycle")
                .with("release", release)
                .with("market", of)
                .with("markets", markets.list())
                .with("schedule", stages.schedule(visibility.reader(), release, of))
                .with("holders", ends.holders(visibility.reader(), id, of.code()))
                .with("nobodys", ends.withNobody(visibility.reader(), id, of.code()))
                .with("announced", last(id, RecordKind.ANNOUNCEMENT))
                .with("handover", last(id, RecordKind.HANDOVER))
                .with("plan", last(id, RecordKind.LEGACY_PLAN));
    }

    private @Nullable LifeRecord last(ReleaseId id, RecordKind kind) {
        return records.list(visibility.reader(), kind, id, null, 1).items().stream()
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/legacy")
    @Requires(Permission.PRODUCT_READ)
    Page legacy(@RequestParam(required = false) @Nullable String after) {
        Slice<LifeRecord> plans = records.list(visibility.reader(), RecordKind.LEGACY_PLAN, after, Slice.USUAL_LIMIT);
        Map<UUID, Long> units = new HashMap<>();
        for (LifeRecord plan : plans.items()) {
            UUID release = plan.release();
            if (release != null && actor.may(Permission.DEVICE_READ)) {
                units.put(plan.id(), ends.inField(visibility.reader(), new ReleaseId(release)));
            }
        }
        return Page.of("lifecycle/legacy", Section.PRODUCTS, "Legacy register")
                .with("plans", plans)
                .with(
                        "unplanned",
                        after == null && actor.may(Permission.DEVICE_READ)
                                ? ends.unplanned(visibility.reader())
                                : List.of())
                .with("units", units);
    }

    @GetMapping("/revocations")
    @Requires(Permission.DEVICE_READ)
    Page revocations(@RequestParam(required = false) @Nullable String after) {
        return Page.of("lifecycle/revocations", Section.PRODUCTS, "Revoked certificates")
                .crumb("Legacy register", "/legacy")
                .with("entries", records.list(visibility.reader(), RecordKind.REVOCATION, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/markets")
    @Requires(Permission.PRODUCT_READ)
    Page markets() {
        return marketPage(Form.empty());
    }

    @PostMapping("/markets")
    @Requires(Permission.LIFECYCLE_WRITE)
    ModelAndView addMarket(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String zone,
            HttpServletResponse response) {
        try {
            Market added = markets.add(actor.get(), code, name, zone);
            Notices.say(response, "The market \"%s\" is added.".formatted(added.name()));
            return new ModelAndView("redirect:/markets");
        } catch (ProblemException e) {
            Map<String, String> values = Map.of(
                    "code", Objects.requireNonNullElse(code, ""),
                    "name", Objects.requireNonNullElse(name, ""),
                    "zone", Objects.requireNonNullElse(zone, ""));
            return marketPage(new Form(values, Map.of(), null, 0).refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private Page marketPage(Form form) {
        return Page.of("lifecycle/markets", Section.PRODUCTS, "Markets")
                .crumb("Lifecycle", "/lifecycle")
                .with("markets", markets.list())
                .with("form", form);
    }
}

package dev.ward.lifecycle.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.lifecycle.Board;
import dev.ward.lifecycle.BoardRow;
import dev.ward.lifecycle.Gates;
import dev.ward.lifecycle.Market;
import dev.ward.lifecycle.Markets;
import dev.ward.lifecycle.StageDraft;
import dev.ward.lifecycle.StageEntry;
import dev.ward.lifecycle.StageScope;
import dev.ward.lifecycle.Stages;
import dev.ward.product.Model;
import dev.ward.product.ModelId;
import dev.ward.product.Models;
import dev.ward.product.Product;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.signature.Shown;
import dev.ward.signature.Signature;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signing;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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

/// The board of all releases, and the stages of one release or product.
@Controller
class LifecyclePages {

    private final Stages stages;
    private final Board board;
    private final Gates gates;
    private final Markets markets;
    private final Products products;
    private final Models models;
    private final Releases releases;
    private final Signing signing;
    private final Signatures signatures;
    private final CurrentActor actor;
    private final Visibility visibility;
    private final Clock clock;

    LifecyclePages(
            Stages stages,
            Board board,
            Gates gates,
            Markets markets,
            Products products,
            Models models,
            Releases releases,
            Signing signing,
            Signatures signatures,
            CurrentActor actor,
            Visibility visibility,
            Clock clock) {
        this.stages = stages;
        this.board = board;
        this.gates = gates;
        this.markets = markets;
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.signing = signing;
        this.signatures = signatures;
        this.actor = actor;
        this.visibility = visibility;
        this.clock = clock;
    }

    @GetMapping("/lifecycle")
    @Requires(Permission.PRODUCT_READ)
    Page board(
            @RequestParam(required = false) @Nullable String market,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String after) {
        Market of = markets.named(market);
        Slice<BoardRow> rows = board.list(visibility.reader(), of, q, StageApi.stage(stage), after, Slice.USUAL_LIMIT);
        return Page.of("lifecycle/board", Section.PRODUCTS, "Lifecycle")
                .with("rows", rows)
                .with("timeline", Timeline.of(rows.items(), of.today(clock.instant())))
                .with("market", of)
                .with("markets", markets.list())
                .with("q", Objects.requireNonNullElse(q, ""))
                .with("stage", Objects.requireNonNullElse(stage, ""));
    }

    @GetMapping("/releases/{id}/lifecycle")
    @Requires(Permission.PRODUCT_READ)
    Page release(
            @PathVariable ReleaseId id,
            @RequestParam(required = false) @Nullable String market,
            @RequestParam(required = false) @Nullable String after) {
        return releasePage(id, markets.named(market), Form.empty(), "", after);
    }

    @PostMapping("/releases/{id}/lifecycle")
    @Requires(Permission.LIFECYCLE_WRITE)
    ModelAndView say(
            @PathVariable ReleaseId id,
            StageForm form,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        StageScope scope = StageScope.of(releases.get(visibility.reader(), id).product(), id);
        try {
            say(scope, form, sent, response);
            return new ModelAndView("redirect:/releases/" + id + "/lifecycle");
        } catch (ProblemException e) {
            return releasePage(id, markets.get(Market.ALL), refused(sent, e), goesBack(scope, form), null)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private void say(StageScope scope, StageForm form, Map<String, String> sent, HttpServletResponse response) {
        String seen = sent.getOrDefault("back", "");
        StageDraft draft = form.draft();
        stages.say(
                actor.get(),
                visibility.reader(),
                scope,
                draft,
                seen.isEmpty() ? null : new Stages.TakingBack(signing.confirm(actor.caller(), Shown.of(sent)), seen));
        Notices.say(response, "Saved.");
    }

    private static Form refused(Map<String, String> sent, ProblemException e) {
        return new Form(Shown.withheld(sent), Map.of(), null, 0).refused(e);
    }

    /// What would go back to an earlier stage; empty when nothing would, or the form cannot be read.
    private String goesBack(StageScope scope, StageForm form) {
        try {
            return stages.goesBack(visibility.reader(), scope, form.draft());
        } catch (ProblemException e) {
            return "";
        }
    }

    private Page releasePage(ReleaseId id, Market market, Form form, String back, @Nullable String after) {
        Release release = releases.get(visibility.reader(), id);
        Slice<StageEntry> entries = stages.entries(visibility.reader(), release, after, Slice.USUAL_LIMIT);
        return crumbs(Page.of("lifecycle/release", Section.PRODUCTS, "Lifecycle of " + release.name()), release)
                .with("release", release)
                .with("on", stages.schedules(visibility.reader(), release))
                .with("market", market)
                .with("gates", gates.list(visibility.reader(), id, market.code()))
                .with("entries", entries)
                .with("signatures", signatures(entries))
                .with("first", signing.isFirst(actor.caller()))
                .with("back", back)
                .with("markets", markets.list())
                .with("form", form);
    }

    @GetMapping("/products/{id}/lifecycle")
    @Requires(Permission.PRODUCT_READ)
    Page product(@PathVariable ProductId id, @RequestParam(required = false) @Nullable String after) {
        return productPage(id, Form.empty(), "", after);
    }

    @PostMapping("/products/{id}/lifecycle")
    @Requires(Permission.LIFECYCLE_WRITE)
    ModelAndView say(
            @PathVariable ProductId id,
            StageForm form,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        StageScope scope = StageScope.of(id);
        try {
            scope = scope(id, form);
            say(scope, form, sent, response);
            return new ModelAndView("redirect:/products/" + id + "/lifecycle");
        } catch (ProblemException e) {
            return productPage(id, refused(sent, e), goesBack(scope, form), null)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private static StageScope scope(ProductId product, StageForm form) {
        String model = form.model();
        try {
            return model == null || model.isBlank()
                    ? StageScope.of(product)
                    : StageScope.of(product, ModelId.of(model));
        } catch (IllegalArgumentException e) {
            throw TypedText.refused("model", "There is no model \"%s\".".formatted(model), "is not of this product");
        }
    }

    private Page productPage(ProductId id, Form form, String back, @Nullable String after) {
        Product product = products.get(visibility.reader(), id);
        List<Model> all = models.list(visibility.reader(), id);
        Slice<StageEntry> entries = stages.entries(visibility.reader(), id, after, Slice.USUAL_LIMIT);
        return Page.of("lifecycle/product", Section.PRODUCTS, "Lifecycle of " + product.name())
                .crumb("Products", "/products")
                .crumb(product.name(), "/products/" + id)
                .with("product", product)
                .with("models", all)
                .with("on", stages.schedules(visibility.reader(), StageScope.of(id)))
                .with("entries", entries)
                .with("signatures", signatures(entries))
                .with("first", signing.isFirst(actor.caller()))
                .with("back", back)
                .with("markets", markets.list())
                .with("form", form);
    }

    private Map<UUID, List<Signature>> signatures(Slice<StageEntry> entries) {
        return signatures.list(
                Stages.STEP_BACK,
                entries.items().stream()
                        .filter(StageEntry::backward)
                        .map(StageEntry::id)
                        .toList());
    }

    static Page crumbs(Page page, Release release) {
        return page.crumb("Products", "/products")
                .crumb(release.productName(), "/products/" + release.product())
                .crumb(release.version(), "/releases/" + release.id());
    }
}
